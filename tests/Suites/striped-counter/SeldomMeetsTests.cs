using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.StripedCounter.Suite;

[TestFixture]
public sealed class SeldomMeetsTests
{
    private const string Criterion = "seldom-meets";

    private const int Adds = 10_000;

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category(Criterion), Property("verdict", "TooSlow")]
    public void Eight_gates_count_ten_thousand_each() => Holds(8, Adds, pool: false);

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category(Criterion), Property("verdict", "TooSlow")]
    public void Fewer_gates_seldom_meet_either([Values(2, 5)] int gates) => Holds(gates, Inputs.Draw().Next(Adds / 10, Adds / 5), pool: true);

    /// <summary>The first read is the dear one if amounts are kept and then added up, whether or not they are kept on.</summary>
    [Test, Interleaved(Schedules = 1, DataRaces = false), Category(Criterion), Property("verdict", "TooSlow")]
    public void A_read_costs_no_more_after_many_adds()
    {
        var few = Inputs.Draw().Next(80, 120);
        Claim.That(ReadAfter(30 * few) <= (2 * ReadAfter(few)) + 100, Wording.Read);
    }

    private static void Holds(int gates, int adds, bool pool)
    {
        if (Gates.IsCostly(gates))
            adds /= 100;
        var profile = Gates.Run(gates, adds, Inputs.Draw().Next(1, 900), pool);
        Claim.That(profile.Transfers < gates * adds * 3 / 10, Wording.Transfers);
        Claim.That(profile.Work < Gates.Most * gates * adds, Wording.Work);
    }

    /// <summary>The work of the first read.</summary>
    private static long ReadAfter(int adds) => Work(adds, reads: true) - Work(adds, reads: false);

    private static long Work(int adds, bool reads) => Cores.Run(
        2,
        () =>
        {
            var counter = new HotCounter();
            Gates.Open(Count, Count);
            if (reads)
                _ = counter.Total;

            void Count()
            {
                for (var add = 0; add < adds; add++)
                    counter.Add(1);
            }
        },
        new CoresOptions { DataRaces = false }).Work;
}
