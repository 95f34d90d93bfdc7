namespace Interleaving.NUnit.Tests;

public sealed class SeveralRunsOnCoresTests
{
    /// <summary>As one that is static is: it is there before the first run and after the last.</summary>
    [Test]
    public void A_value_of_each_thread_is_kept_from_one_run_on_cores_to_the_next()
    {
        var found = Explorer.Explore(
            static () =>
            {
                using var sums = new ThreadLocal<int>(trackAllValues: true);
                for (var run = 0; run < 2; run++)
                    Cores.Run(2, () => Parallel.For(0, 10, _ => sums.Value++));
                if (sums.Values.Sum() != 20)
                    throw new FormatException();
            },
            new ExplorationOptions { Schedules = 2 });

        found.Failure.ShouldBeNull(found.Message);
    }

    [Test]
    public void Permits_are_kept_from_one_run_on_cores_to_the_next()
    {
        var found = Explorer.Explore(
            static () =>
            {
                using var permits = new Semaphore(2, 2);
                for (var run = 0; run < 2; run++)
                    Cores.Run(2, () => Parallel.For(0, run + 1, _ =>
                    {
                        permits.WaitOne();
                        if (run > 0)
                            permits.Release();
                    }));
                if (permits.Release() != 1)
                    throw new FormatException();
            },
            new ExplorationOptions { Schedules = 2 });

        found.Failure.ShouldBeNull(found.Message);
    }
}
