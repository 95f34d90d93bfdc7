namespace Interleaving.Tests.Counterexamples;

/// <summary>What the platform does after it has called the program back is told where the program called the platform.</summary>
public sealed class CallBackTests
{
    [TestCase("var all = new ConcurrentDictionary<int, string>(); Both(() => all.GetOrAdd(1, _ => Make()));", 1, TestName = "Adding to a dictionary")]
    [TestCase(
        "var all = new ConcurrentDictionary<int, string>([new(1, \"\")]); Both(() => all.AddOrUpdate(1, \"\", (_, old) => Make()));",
        2,
        TestName = "Updating a dictionary")]
    [TestCase("string made = null; Both(() => LazyInitializer.EnsureInitialized(ref made, Make));", 1, TestName = "LazyInitializer")]
    [TestCase("var lazy = new Lazy<string>(Make, LazyThreadSafetyMode.PublicationOnly); Both(() => _ = lazy.Value);", 1, TestName = "Lazy")]
    [TestCase(
        "var all = System.Collections.Immutable.ImmutableList<string>.Empty; "
        + "Both(() => System.Collections.Immutable.ImmutableInterlocked.Update(ref all, old => old.Add(Make())));",
        2,
        TestName = "ImmutableInterlocked")]
    public void The_step_after_it_has_the_place_of_the_call(string body, int made)
    {
        var exploration = Program.Explore(
            Program.Of(
                $"{body}\nif (number > {made}) throw new InvalidOperationException(\"made once more\");",
                """
                static int number;
                static string Make()
                {
                    Interlocked.Increment(ref number);
                    return "made " + number;
                }

                static void Both(Action act) => Parallel.Invoke(act, act);
                """),
            new ExplorationOptions { DataRaces = false });
        exploration.Failure.ShouldBe(FailureKind.Assertion, exploration.Message);
        exploration.Interleaving.ShouldMatch(@"Interlocked\.Increment → \d");
        exploration.Interleaving.ShouldNotMatch(@"calls Interlocked\.Increment|Interlocked\.Increment → \D", exploration.Interleaving);
    }
}
