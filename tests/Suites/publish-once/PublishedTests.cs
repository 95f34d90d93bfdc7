using Interleaving.NUnit;

namespace ConcurrencyKatas.PublishOnce.Suite;

/// <summary>Whether every reader's reading comes after the making, for whatever the value is. The engine's race detector says so.</summary>
[TestFixture]
public sealed class PublishedTests
{
    private const string Criterion = "published";

    [Test, Interleaved, Category(Criterion)]
    public async Task A_number()
    {
        var number = Inputs.Draw().Next(1, 900);
        await AllSee(new Once<int>(() => number), value => value == number);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_struct_of_several_fields()
    {
        var draw = Inputs.Draw();
        (long, string, int) made = (draw.Next(1, 900), "and", draw.Next(1, 900));
        await AllSee(new Once<(long, string, int)>(() => made), value => value == made);
    }

    /// <summary>Its fields are plain, and are written when it is made.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task An_object_and_what_it_refers_to()
    {
        var sheet = Inputs.Draw().Next(1, 900);
        await AllSee(
            new Once<Timetable>(() => new Timetable { Sheet = sheet, Next = new Timetable { Sheet = sheet + 1 } }),
            value => value.Sheet == sheet && value.Next!.Sheet == sheet + 1);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task An_array_and_a_dictionary()
    {
        var draw = Inputs.Draw();
        int[] lines = [draw.Next(1, 900), draw.Next(1, 900)];
        await AllSee(new Once<int[]>(() => [.. lines]), value => value.SequenceEqual(lines));
        await AllSee(
            new Once<Dictionary<int, string>>(() => new() { [lines[0]] = "sheet" }), value => value.TryGetValue(lines[0], out var sheet) && sheet == "sheet");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_struct_that_refers_to_an_object()
    {
        var sheet = Inputs.Draw().Next(1, 900);
        await AllSee(
            new Once<KeyValuePair<int, Timetable?>>(() => new(1, new Timetable { Sheet = sheet })), value => value.Value!.Sheet == sheet);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Null() => await AllSee(new Once<Timetable?>(() => null), value => value is null);

    /// <summary>
    /// The caller who met the failure asks again, and so publishes it. Who hears of the failure, and what becomes of those who wait meanwhile, is for
    /// <see cref="FailureTests"/>.
    /// </summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task What_is_made_after_a_failure()
    {
        var sheet = Inputs.Draw().Next(1, 900);
        var maker = new Maker<Timetable>(attempt => attempt == 1 ? throw new IOException() : new Timetable { Sheet = sheet });
        var once = new Once<Timetable>(maker.Create);

        await Task.Run(() => (FailsOrSeesAll(), FailsOrSeesAll()));
        var seen = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(FailsOrSeesAll)));

        Claim.That(seen.All(right => right), Wording.NotTheValue);

        bool FailsOrSeesAll()
        {
            Timetable? value;
            try
            {
                value = once.Value;
            }
            catch (Exception)
            {
                return true;
            }

            return value?.Sheet == sheet;
        }
    }

    private static async Task AllSee<T>(Once<T> once, Predicate<T> isRight)
    {
        var seen = await Task.WhenAll(Task.Run(() => isRight(once.Value)), Task.Run(() => isRight(once.Value)), Task.Run(() => isRight(once.Value)));

        Claim.That(seen.All(right => right) && isRight(once.Value), Wording.NotTheValue);
    }

    private sealed class Timetable
    {
        public int Sheet { get; set; }

        public Timetable? Next { get; set; }
    }
}
