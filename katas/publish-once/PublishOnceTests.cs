using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.PublishOnce;

[TestFixture]
public sealed class PublishOnceTests
{
    [Test, Interleaved]
    public void Whoever_asks_first_makes_it_and_everybody_gets_it()
    {
        var made = 0;
        var once = new Once<string?>(() =>
        {
            made++;
            return null;
        });

        once.Value.ShouldBeNull("Null is a value like any other.");
        once.Value.ShouldBeNull();

        made.ShouldBe(1, "It was made again. You cannot tell from the value whether there is one, since it may be null.");
    }

    // Races are the next test's affair.
    [Test, Interleaved(DataRaces = false)]
    public async Task Two_who_ask_at_once_get_the_same_one()
    {
        var made = 0;
        var once = new Once<object>(() =>
        {
            Interlocked.Increment(ref made);
            return new object();
        });

        var values = await Task.WhenAll(Task.Run(() => once.Value), Task.Run(() => once.Value));

        made.ShouldBe(1, "Both saw that there was none, and both made one. Check again when it is your turn.");
        values[0].ShouldBeSameAs(values[1], "Both callers must get the same object.");
    }

    [Test, Interleaved]
    public async Task What_is_seen_is_ready()
    {
        var once = new Once<Timetable>(() => new Timetable("sheet 7"));

        var sheets = await Task.WhenAll(Task.Run(() => once.Value.Sheet), Task.Run(() => once.Value.Sheet));

        sheets.ShouldBe(["sheet 7", "sheet 7"], "Somebody was sent to a sheet that was not on the wall yet.");
    }

    [Test, Interleaved(DataRaces = false)]
    public async Task A_failure_is_heard_by_whoever_ran_into_it_and_the_next_one_tries_again()
    {
        var tries = 0;
        var failure = new IOException("The printer is out of paper.");
        var once = new Once<int>(() => Interlocked.Increment(ref tries) == 1 ? throw failure : 7);

        var outcomes = await Task.WhenAll(Task.Run(Ask), Task.Run(Ask));

        outcomes.Count(outcome => outcome == failure).ShouldBe(1, "One of the two ran into the failure and must get it as it was thrown; the other must not.");
        outcomes.ShouldContain((object)7, "After the failure, the other one should have tried again.");
        tries.ShouldBe(2, "One try failed, and one succeeded.");

        object Ask()
        {
            try
            {
                return once.Value;
            }
            catch (IOException caught)
            {
                return caught;
            }
        }
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false)]
    public void Reading_what_is_there_makes_nobody_wait()
    {
        const int Reads = 10_000;
        var once = new Once<int>(() => 7);

        var profile = Cores.Run(4, () => Parallel.For(0, 4, reader =>
        {
            for (var read = 0; read < Reads; read++)
                _ = once.Value;
        }));

        profile.Transfers.ShouldBeLessThan(
            4 * Reads / 100,
            "That is how often a lock or a cache line went from one core to another. Once the value is there, a read must write nothing, not even a lock.");
    }

    private sealed class Timetable(string sheet)
    {
        public string Sheet { get; } = sheet;
    }
}
