using System.Diagnostics;
using Grader.Reporting;
using Microsoft.Playwright;

namespace Page.Tests;

/// <summary>What <c>tests/page screenshots</c> and <c>tests/page benchmark</c> run: not tests, but they need the same browser.</summary>
[TestFixture]
internal sealed class Tools
{
    private const int Students = 500;
    private const int Katas = 33;

    private static readonly string Root = Above(TestContext.CurrentContext.TestDirectory);

    [Test]
    [Category("screenshots")]
    public async Task Screenshots()
    {
        var report = await Sample();
        await Shoot(report, "#/", "report-class.png", "main", 760);
        var race = report.Submissions.SelectMany(student => student.Katas.SelectMany(kata => kata.Criteria
            .Where(criterion => kata.Id == "lost-update" && criterion.Story?.Steps.Any(step => step.Switched == true) == true)
            .Select(criterion => (Address: $"#/student/{student.Id}/{kata.Id}/{criterion.Id}/", Story: criterion.Story!)))).First();
        var turn = race.Story.Steps.TakeWhile(step => step.Switched != true).Count() + 1;
        await Shoot(report, race.Address + turn, "report-player.png", ".player", 1000);
        // In a report that students may see, time passes without its length.
        var staff = await Sample("PAGE_STAFF_REPORT", "artifacts/sample-report-staff/report.json");
        var waits = staff.Submissions.SelectMany(student => student.Katas.SelectMany(kata => kata.Criteria
            .Where(criterion => criterion.Story?.Steps.Max(step => step.At) >= 2 && criterion.Story.Lanes.Count is 4 or 5)
            .Select(criterion => $"#/student/{student.Id}/{kata.Id}/{criterion.Id}/1"))).First();
        await Shoot(staff, waits, "report-time.png", "figure.time:has(.gantt > :nth-child(10))", 600);
    }

    /// <summary>Prints the size of the file and the milliseconds from its address to everybody's row.</summary>
    [Test]
    [Category("benchmark")]
    public async Task Benchmark()
    {
        var report = Grown(await Sample());
        var file = Path.Combine(Path.GetTempPath(), $"page-benchmark-{Environment.ProcessId}.html");
        var started = Stopwatch.GetTimestamp();
        var page = HtmlReport.Render(report);
        await TestContext.Out.WriteLineAsync($"{Students} students, {Katas} katas: {page.Length / 1e6:0.0} MB, written in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        await File.WriteAllTextAsync(file, page);
        try
        {
            foreach (var address in new[] { "#/", $"#/student/{report.Submissions[250].Id}", $"#/student/{report.Submissions[250].Id}/{report.Submissions[250].Katas[3].Id}" })
            {
                var times = new List<(double Shown, double Complete)>();
                for (var i = 0; i < 5; i++)
                    times.Add(await Open(file, address));
                await TestContext.Out.WriteLineAsync(
                    $"{(address == "#/" ? "class" : address.Count(c => c == '/') == 2 ? "student" : "kata")}: shown after {times.Select(t => t.Shown).Order().ElementAt(2):0} ms, complete after {times.Select(t => t.Complete).Order().ElementAt(2):0} ms (medians of 5)");
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Milliseconds since the navigation began, by the browser's own clock.</summary>
    private static async Task<(double Shown, double Complete)> Open(string file, string address)
    {
        await using var context = await Browser.Instance.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync("""
            window.shown = new Promise(done => {
                new MutationObserver((_, observer) => {
                    if (!document.querySelector('main h1')) return;
                    observer.disconnect();
                    // The frame after this one has it on the screen.
                    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
                }).observe(document, { childList: true, subtree: true });
            });
            """);
        await page.GotoAsync(new Uri(file).AbsoluteUri + address);
        var shown = await page.EvaluateAsync<double>("() => window.shown");
        if (address == "#/")
            await page.Locator(".points tbody tr").Nth(Students - 1).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return (shown, await page.EvaluateAsync<double>("() => performance.now()"));
    }

    private static async Task Shoot(Report report, string address, string name, string part, int height)
    {
        await using var opened = await OpenReport.At(report, address, new() { ColorScheme = ColorScheme.Light, ViewportSize = new() { Width = 1280, Height = height } });
        var path = Path.Combine(Root, ".github", "images", name);
        var clip = (await opened.Page.Locator(part).First.BoundingBoxAsync())!;
        await opened.Page.ScreenshotAsync(new()
        {
            Path = path,
            FullPage = part != "main",
            Clip = part == "main" ? null : new() { X = Math.Max(0, clip.X - 8), Y = (float)await opened.Page.EvaluateAsync<double>("window.scrollY") + clip.Y - 8, Width = clip.Width + 16, Height = clip.Height + 16 },
        });
        await TestContext.Out.WriteLineAsync($"{path}: {new FileInfo(path).Length / 1000} KB");
    }

    /// <summary>
    /// A class of the size that a course may have, of the sample class's own submissions: neighbours have different ones, so
    /// nothing compresses better than it would in truth.
    /// </summary>
    private static Report Grown(Report sample)
    {
        var real = sample.Submissions;
        var katas = real[0].Katas.Count;
        return sample with
        {
            Submissions = [.. Enumerable.Range(0, Students).Select(student => ReportBuilder.Submission(
                $"student-{student:000}",
                [.. Enumerable.Range(0, Katas).Select(kata =>
                {
                    var found = real[(student + (kata * 5)) % real.Count].Katas[kata % katas];
                    return found with { Id = $"{found.Id}-{kata}", Title = $"{found.Title} {kata}" };
                })],
                []))],
        };
    }

    private static async Task<Report> Sample(string variable = "PAGE_REPORT", string place = "artifacts/sample-report/report.json")
    {
        var file = Path.Combine(Root, Environment.GetEnvironmentVariable(variable) ?? place);
        return ReportReader.Read(await File.ReadAllTextAsync(file), file);
    }

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "ConcurrencyKatas.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
