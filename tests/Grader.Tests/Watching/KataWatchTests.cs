using Grader.Judging;
using Grader.Watching;
using Judge;
using Judge.Protocol;

namespace Grader.Tests.Watching;

public sealed class KataWatchTests
{
    [Test]
    public async Task Every_save_is_run_and_none_is_run_twice()
    {
        using var desk = Kata();
        var judge = FakeJudge.Lenient();
        await using var news = Watch(desk, judge);

        (await Next(news)).Judgement.ShouldNotBeNull();
        desk.Write("lost-update/LostUpdate.cs", Desk.Reference + "// a\n");
        (await Next(news)).Judgement.ShouldNotBeNull();
        // As many editors save: a new file takes the place of the old.
        desk.Write("lost-update/.LostUpdate.cs.swp", Desk.Reference + "// ab\n");
        File.Move(desk.Path("lost-update", ".LostUpdate.cs.swp"), desk.Path("lost-update", "LostUpdate.cs"), overwrite: true);
        (await Next(news)).Judgement.ShouldNotBeNull();
        desk.Write("lost-update/LostUpdate.cs", "class {");
        (await Next(news)).Problems.ShouldNotBeEmpty();

        judge.Asked.Count.ShouldBe(3);
    }

    [Test]
    public async Task What_runs_when_a_newer_save_comes_is_stopped()
    {
        using var desk = Kata();
        var judge = new StuckOnce();
        await using var news = Watch(desk, judge);
        var first = news.MoveNextAsync();
        await judge.Stuck;

        desk.Write("lost-update/LostUpdate.cs", Desk.Reference + "// mended\n");
        while (await first && news.Current.Outcome is null)
            first = news.MoveNextAsync();

        judge.WasStopped.ShouldBeTrue();
        news.Current.Outcome!.Judgement!.EndingMessage.ShouldBe("the second run");
    }

    [Test]
    public async Task A_long_run_is_told_before_its_end()
    {
        using var desk = Kata();
        var judge = new StuckOnce();
        await using var news = Watch(desk, judge);

        (await news.MoveNextAsync()).ShouldBeTrue();
        news.Current.Outcome.ShouldBeNull();
    }

    /// <summary>What compiles in an editor runs here, whatever the editor saves: decoded as the compiler does.</summary>
    [TestCase("utf-8")]
    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    [TestCase("utf-32")]
    [TestCase("windows-1252")]
    public async Task A_save_in_any_encoding_is_run(string name)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var encoding = System.Text.Encoding.GetEncoding(name);
        var text = Desk.Reference.Replace('\u2212', '-') + "// Für „alle“\n";
        using var desk = Kata();
        await File.WriteAllBytesAsync(desk.Path("lost-update", "LostUpdate.cs"), [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
        KataFolder.Open(desk.Path("lost-update"), "lost-update").Read().ShouldHaveSingleItem().Text.ShouldBe(text);

        await using var news = Watch(desk, FakeJudge.Lenient());
        var outcome = await Next(news);
        outcome.Problems.ShouldBeEmpty();
        outcome.Judgement.ShouldNotBeNull();
    }

    [Test]
    public void Files_that_an_editor_keeps_beside_are_no_sources()
    {
        using var desk = Kata();
        desk.Write("lost-update/.#LostUpdate.cs", "half a line");

        KataFolder.Open(desk.Path("lost-update"), "lost-update").Read().Select(file => Path.GetFileName(file.Name)).ShouldBe(["LostUpdate.cs"]);
    }

    [Test]
    public void A_folder_that_is_being_replaced_has_no_stamp()
    {
        using var desk = Kata();
        var kata = KataFolder.Open(desk.Path("lost-update"), "lost-update");
        kata.Stamp().ShouldNotBeNull();

        Directory.Delete(desk.Path("lost-update"), recursive: true);

        kata.Stamp().ShouldBeNull();
    }

    private static Desk Kata() => new Desk()
        .Write("lost-update/LostUpdate.csproj", "<Project />")
        .Write("lost-update/LostUpdate.cs", Desk.Reference);

    private static IAsyncEnumerator<WatchNews> Watch(Desk desk, IJudge judge)
    {
        var tests = new VisibleTests(judge, new RunSettings(200, 1, 1), new JudgeLimits());
        return new KataWatch(KataFolder.Open(desk.Path("lost-update"), "lost-update"), tests, TimeProvider.System).NewsAsync(CancellationToken.None).GetAsyncEnumerator();
    }

    private static async Task<VisibleTests.Outcome> Next(IAsyncEnumerator<WatchNews> news)
    {
        do
            (await news.MoveNextAsync()).ShouldBeTrue();
        while (news.Current.Outcome is null);
        return news.Current.Outcome;
    }

    /// <summary>Runs for ever the first time, until it is stopped.</summary>
    private sealed class StuckOnce : IJudge
    {
        private readonly TaskCompletionSource stuck = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Stuck => stuck.Task;

        public bool WasStopped { get; private set; }

        public async Task<Judgement> JudgeAsync(JudgeRequest request, CancellationToken cancellation)
        {
            if (!stuck.TrySetResult())
                return new Judgement(Verdict.Crash, "the second run", []);
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            finally
            {
                WasStopped = true;
            }

            throw new InvalidOperationException("It cannot end.");
        }
    }
}
