using NUnit.Framework.Interfaces;

namespace Interleaving.NUnit.Tests;

/// <summary>Assertions on tasks, by NUnit and by Shouldly, inside explored code.</summary>
[TestFixture]
public sealed class AssertionTests
{
    private const string Tasks =
        """
        static async Task Fail() { await Task.Delay(10); throw new System.IO.IOException("broken"); }
        static async Task Pass() => await Task.Delay(10);
        static async Task Cancelled() => await Task.Delay(1000, new CancellationTokenSource(10).Token);
        static Task AtOnce() => throw new System.IO.IOException("at once");

        """;

    [TestCase("await Should.ThrowAsync<System.IO.IOException>(Fail(), \"m\");")]
    [TestCase("await Should.ThrowAsync<System.IO.IOException>(Fail, \"m\");")]
    [TestCase("await Should.ThrowAsync<System.IO.IOException>(AtOnce, \"m\");")]
    [TestCase("(await Should.ThrowAsync(Fail(), typeof(System.IO.IOException))).Message.ShouldBe(\"broken\");")]
    [TestCase("await Fail().ShouldThrowAsync<System.IO.IOException>();")]
    [TestCase("await Should.ThrowAsync<OperationCanceledException>(Cancelled());")]
    [TestCase("await Should.NotThrowAsync(Pass());")]
    [TestCase("await Pass().ShouldNotThrowAsync();")]
    [TestCase("await Assert.ThrowsAsync<System.IO.IOException>(Fail);")]
    [TestCase("await Assert.CatchAsync<OperationCanceledException>(Cancelled);")]
    [TestCase("await Assert.DoesNotThrowAsync(Pass);")]
    [TestCase("await Assert.ThatAsync(Fail, Throws.TypeOf<System.IO.IOException>());")]
    [TestCase("var all = Should.ThrowAsync<System.IO.IOException>(Task.WhenAll(Fail(), Pass())); await Pass(); await all;")]
    [TestCase("Should.Throw<System.IO.IOException>(() => { AtOnce(); });")]
    public void What_holds_passes(string body)
    {
        var result = Run(body);

        result.ResultState.ShouldBe(ResultState.Success, result.Message);
    }

    [TestCase("await Should.ThrowAsync<System.IO.IOException>(Pass(), \"why\");", "why")]
    [TestCase("await Should.ThrowAsync<System.IO.IOException>(Cancelled(), \"why\");", "but threw System.Threading.Tasks.TaskCanceledException")]
    [TestCase("await Should.NotThrowAsync(Fail(), \"why\");", "broken")]
    [TestCase("await Assert.ThrowsAsync<System.IO.IOException>(Pass);", "IOException")]
    public void What_does_not_hold_fails_in_its_own_words(string body, string words)
    {
        var result = Run(body);

        result.ResultState.ShouldBe(ResultState.Failure);
        result.Message.ShouldContain(words);
    }

    private static ITestResult Run(string body) =>
        FixtureRun.Of(Tasks + $"[Test, Interleaved(Schedules = 20)] public async Task One() {{ {body} }}")
            .Values.ShouldHaveSingleItem();
}
