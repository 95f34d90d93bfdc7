using Interleaving.NUnit;

namespace ConcurrencyKatas.StripedCounter.Suite;

[TestFixture]
public sealed class TotalInBetweenTests
{
    private const string Criterion = "total-in-between";

    /// <summary>Some go out as well, so that no total is right because it is large enough.</summary>
    [Test, Interleaved(Schedules = 100), Category(Criterion)]
    public void A_total_has_what_came_before_and_nothing_that_came_after([Values(1, 2)] int gates)
    {
        var gate = new WatchedCounter(Inputs.Draw(), 1 + (2 * gates));
        gate.Add(0);

        Gates.Open(
            [
                gate.Read,
                .. Enumerable.Range(0, gates).Select(number => (Action)(() =>
                {
                    gate.Add(1 + (2 * number));
                    gate.Add(2 + (2 * number));
                })),
            ]);

        gate.Judge();
    }

    [Test, Interleaved(Schedules = 100), Category(Criterion)]
    public void Whoever_has_added_finds_it_in_the_total()
    {
        var gate = new WatchedCounter(Inputs.Draw(), 3);
        gate.Add(0);

        Gates.Open(() => AddAndRead(1), () => AddAndRead(2));

        gate.Judge();

        void AddAndRead(int number)
        {
            gate.Add(number);
            gate.Read();
        }
    }

    [Test, Interleaved(Schedules = 100), Category(Criterion)]
    public void Those_who_read_at_once_take_nothing_from_one_another([Values] bool adding)
    {
        var gate = new WatchedCounter(Inputs.Draw(), 3);
        gate.Add(0);
        gate.Add(1);
        Action[] readers = [gate.Read, gate.Read];

        Gates.Open(adding ? [.. readers, () => gate.Add(2)] : readers);

        gate.Read();
        gate.Judge();
    }
}
