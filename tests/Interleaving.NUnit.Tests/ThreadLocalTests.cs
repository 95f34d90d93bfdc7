namespace Interleaving.NUnit.Tests;

public sealed class ThreadLocalTests
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
}
