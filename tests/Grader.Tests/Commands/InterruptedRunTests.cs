using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Grader.Processes;
using Judge;

namespace Grader.Tests.Commands;

/// <summary>Nothing is lost, whenever a run of <c>grade</c> ends: what comes out after <c>--resume</c> is what would have come out.</summary>
public sealed partial class InterruptedRunTests
{
    /// <summary>Bytes between one cut of the journal and the next: a prime, so that they come at all places of a line.</summary>
    private const int Step = 2_003;

    private static readonly string[] Students = ["alice", "bob", "carol", "王小明"];

    [Test]
    public async Task A_journal_that_was_cut_at_any_byte_gives_the_report_of_an_uninterrupted_run()
    {
        using var desk = Class();
        await desk.RunAsync(Judge(), "grade", "class");
        var report = desk.Read("report", "report.json");
        var journal = await File.ReadAllBytesAsync(desk.Path("report", Journal.FileName));
        var whole = journal.Count(static one => one == '\n');
        whole.ShouldBe(Students.Length);

        var cuts = Enumerable.Range(0, journal.Length / Step).Select(static i => i * Step)
            .Concat(Enumerable.Range(0, journal.Length).Where(at => journal[at] == '\n').SelectMany(static at => (int[])[at, at + 1]));
        foreach (var cut in cuts)
        {
            await File.WriteAllBytesAsync(desk.Path("report", Journal.FileName), journal[..cut]);
            var judge = Judge();
            (await desk.RunAsync(judge, "grade", "class", "--resume")).ShouldBe(0);
            judge.Asked.Count.ShouldBe(whole - journal[..Math.Min(cut + 1, journal.Length)].Count(static one => one == '\n'), $"cut after {cut} bytes");
            desk.Read("report", "report.json").ShouldBe(report);

            // And so it is if that run was stopped as well: a torn line takes no other with it.
            var again = Judge();
            await desk.RunAsync(again, "grade", "class", "--resume");
            again.Asked.ShouldBeEmpty($"cut after {cut} bytes");
        }
    }

    [Test]
    public async Task A_vanished_folder_costs_a_run_from_the_start_and_nothing_else()
    {
        using var desk = Class();
        await desk.RunAsync(Judge(), "grade", "class");
        var report = desk.Read("report", "report.json");
        Directory.Delete(desk.Path("report"), recursive: true);
        var judge = Judge();
        (await desk.RunAsync(judge, "grade", "class", "--resume")).ShouldBe(0);
        judge.Asked.Count.ShouldBe(Students.Length);
        desk.Read("report", "report.json").ShouldBe(report);
    }

    /// <summary>The real thing, with real judges: kill -9, as soon as the first of the class is graded.</summary>
    [Test, Platform("Linux")]
    public async Task A_grader_that_is_killed_leaves_no_judge_behind_and_goes_on_where_it_was()
    {
        using var desk = Class();
        string[] grade = ["grade", desk.Path("class"), "--kata", "lost-update", "--schedules", "5", "--jobs", "1", "--format", "csv"];

        Directory.CreateDirectory(desk.Path("killed"));
        using (var killed = Start([.. grade, "--out", desk.Path("killed")]))
        {
            await FirstLineAsync(desk.Path("killed"), killed);
            var judges = Descendants(killed.Id);
            killed.Kill();
            await killed.WaitForExitAsync();
            foreach (var judge in judges)
                SpinWait.SpinUntil(() => !IsAlive(judge), TimeSpan.FromMinutes(1)).ShouldBeTrue($"process {judge} is still there");
        }

        await RunAsync([.. grade, "--out", desk.Path("killed"), "--resume"]);
        File.ReadLines(desk.Path("killed", Journal.FileName)).Count().ShouldBe(Students.Length);
        await RunAsync([.. grade, "--out", desk.Path("whole")]);
        Untimed(desk.Read("killed", "report.json")).ShouldBe(Untimed(desk.Read("whole", "report.json")));
        desk.Read("killed", "scores.csv").ShouldBe(desk.Read("whole", "scores.csv"));
    }

    private static Desk Class()
    {
        var desk = new Desk();
        foreach (var student in Students)
            desk.Write($"class/{student}/lost-update/LostUpdate.cs", Desk.Reference + $"// {student}");
        return desk;
    }

    /// <summary>Until the journal has a line, or the run is over.</summary>
    private static async Task FirstLineAsync(string folder, Process run)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(folder, Journal.FileName) { EnableRaisingEvents = true };
        watcher.Changed += (_, change) =>
        {
            if (new FileInfo(change.FullPath).Length > 0)
                written.TrySetResult();
        };
        await Task.WhenAny(written.Task, run.WaitForExitAsync());
    }

    private static FakeJudge Judge() => new(_ => FakeJudge.Saying(Verdict.WrongAnswer, "Zwei Überweisungen, eine Summe: 王小明 had 50 €."));

    /// <summary>
    /// The grader in its own folder, not the copy next to these tests: a collector of coverage counts in that one, writes at the end of
    /// each process to one file for all, and ends whoever finds it torn by a process that was killed.
    /// </summary>
    private static Process Start(IEnumerable<string> command)
    {
        var assembly = typeof(Journal).Assembly.Location.Replace("Grader.Tests", "Grader", StringComparison.Ordinal);
        string[] host = RuntimeHost.Command(assembly);
        var start = new ProcessStartInfo(host[0], [.. host[1..], .. command])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private static async Task RunAsync(IEnumerable<string> command)
    {
        using var process = Start(command);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, string.Concat(said));
    }

    private static List<int> Descendants(int process) =>
    [
        .. Directory.EnumerateDirectories($"/proc/{process}/task")
            .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(child => int.Parse(child, CultureInfo.InvariantCulture))
            .SelectMany(child => (int[])[child, .. Descendants(child)]),
    ];

    /// <summary>Killed is not yet gone: whoever inherits it must collect it first, and then its state is Z.</summary>
    private static bool IsAlive(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").Any(static line => line.StartsWith("State:", StringComparison.Ordinal) && !line.Contains('Z'));
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static string Untimed(string report) => Times().Replace(report, "\"$1\": 0");

    [GeneratedRegex("""
        "(seconds|wall|cpu|milliseconds)": [0-9.eE+-]+
        """)]
    private static partial Regex Times();
}
