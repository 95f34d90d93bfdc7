using Grader.Reporting;
using Microsoft.Playwright;

namespace Page.Tests;

/// <summary>Code, virtual time, speedup and flame graph.</summary>
[TestFixture]
internal sealed class KataPageTests
{
    [Test]
    public async Task The_faulty_line_is_marked_with_its_reason()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Race);
        var marked = report.Page.Locator(".sources .line.marked");

        (await marked.CountAsync()).ShouldBe(1);
        (await marked.TextContentAsync())!.Trim().ShouldBe("balance += amount;Data race: No update is lost");
    }

    [Test]
    public async Task A_line_that_does_not_compile_is_marked_too()
    {
        await using var report = await OpenReport.At(Samples.Class(), "#/student/dave/parallel-sum");

        (await report.Page.Locator(".sources .line.marked").TextContentAsync())!.Trim().ShouldBe("int x; expected");
    }

    [TestCase("alice", "--student=alice")]
    [TestCase("@alice", "--student=@alice")]
    [TestCase("-o'brien", "'--student=-o'\\''brien'")]
    public async Task The_command_that_replays_it_works_from_any_folder_and_for_every_name(string student, string named)
    {
        var sample = Samples.Class();
        await using var report = await OpenReport.At(
            sample with { Submissions = [sample.Submissions[0] with { Id = student }] }, $"#/student/{Uri.EscapeDataString(student)}/lost-update");
        var beside = Path.Combine(Path.GetDirectoryName(new Uri(report.Page.Url).LocalPath)!, "report.json");

        (await report.Page.Locator(".command pre").InnerTextAsync()).ShouldBe($"grader replay {beside} {named} --kata lost-update --schedule 5/1@2:2 --seed 1");
    }

    [Test]
    public async Task Virtual_time_shows_who_waits_for_what()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.VirtualTime);
        var gantt = report.Page.Locator(".gantt");

        (await gantt.GetAttributeAsync("aria-label")).ShouldBe(
            "Fetch(α): waits for a delay of 1 s to end, 0 s to 1 s. Fetch(β): queues for a permit of SemaphoreSlim, 0 s and never goes on. timer: runs at 500 ms");
        (await gantt.Locator(".tick").AllTextContentsAsync()).ShouldBe(["0 s", "500 ms", "1 s", "1.5 s", "2 s"]);
        var (track, first, second) = (await Box(gantt.Locator(".track").First), await Box(gantt.Locator(".wait").First), await Box(gantt.Locator(".wait").Nth(1)));
        (first.Width / track.Width).ShouldBe(0.5f, 0.01f);
        (second.Width / track.Width).ShouldBe(1f, 0.01f);
    }

    [TestCase("    return (await Task.WhenAll(pages)).Sum();", "await Task.WhenAll(pages)")]
    [TestCase("    await foreach (var item in source)", "await foreach (var item in source)")]
    [TestCase("    pages.AddRange(await Load(id => { return id; }));", "await Load(id => { return id; })")]
    [TestCase("    Load();", "awaits", Description = "a line without an await: nothing is made up")]
    public async Task A_bar_says_what_is_awaited_in_the_words_of_the_code(string line, string told)
    {
        var sample = Samples.Class();
        var kata = sample.Submissions[0].Katas[1];
        var failed = kata.Criteria[0];
        var story = failed.Story! with { Steps = [.. failed.Story!.Steps.Select((step, i) => i == 1 ? step with { Text = "awaits" } : step)] };
        var awaiting = kata with { Criteria = [failed with { Story = story }], Sources = [new ReportSource("Fetch.cs", $"async Task Fetch()\n{{\n{line}\n}}\n")] };
        await using var report = await OpenReport.At(sample with { Submissions = [sample.Submissions[0] with { Katas = [awaiting] }] }, Samples.VirtualTime);

        (await report.Page.Locator(".gantt .wait").First.InnerTextAsync()).ShouldBe(told);
    }

    [Test]
    public async Task The_players_time_is_a_line_in_the_chart()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.VirtualTime);
        var gantt = report.Page.Locator(".gantt");

        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Last", Exact = true }).ClickAsync();
        var (track, cursor) = (await Box(gantt.Locator(".track").First), await Box(gantt.Locator(".cursor").First));
        cursor.X.ShouldBe(track.X + track.Width, 1.5f);
    }

    [Test]
    public async Task Virtual_time_is_a_table_too()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.VirtualTime);

        await report.Page.GetByText("Virtual time as a table").ClickAsync();
        (await report.Page.Locator(".time tbody tr").AllInnerTextsAsync()).ShouldBe(
        [
            "Fetch(α)\t0 s, 1 s, 2 s\twaits for a delay of 1 s to end\t0 s\t1 s",
            "Fetch(β)\t0 s\tqueues for a permit of SemaphoreSlim\t0 s\tnever",
            "timer\t500 ms\t–\t–\t–",
        ]);
    }

    [Test]
    public async Task Where_time_stands_still_there_is_no_chart_of_it()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Race);

        (await report.Page.Locator(".gantt").CountAsync()).ShouldBe(0);
    }

    [Test]
    public async Task Each_simulated_core_is_a_lane_with_its_idle_gaps()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Parallel);
        var chart = report.Page.Locator(".cores .gantt");
        var lanes = chart.Locator(".track:not(.axis)");
        var whole = await Box(lanes.First);

        (await chart.Locator(".who:not(.axis)").AllInnerTextsAsync()).ShouldBe(["Core 1 100 % busy", "Core 2 10 % busy", "Core 3 0 % busy"]);
        (await chart.Locator(".use").AllInnerTextsAsync()).ShouldBe(["main", "Task.Run #1", "main", "Task.Run #2 and others"]);
        (await lanes.Nth(1).Locator(".idle").AllInnerTextsAsync()).ShouldBe(["idle", "idle"]);
        (await lanes.Nth(2).Locator(".use").CountAsync()).ShouldBe(0);

        var second = await Box(lanes.Nth(1).Locator(".use"));
        ((second.X - whole.X) / whole.Width).ShouldBe(0.2f, 0.01f);
        (second.Width / whole.Width).ShouldBe(0.4f, 0.01f);
        (await lanes.Nth(1).Locator(".use").GetAttributeAsync("title")).ShouldBe("Task.Run #2 and others: 2\u202f000 to 6\u202f000, at work 25 % of it");
        (await Box(lanes.Nth(2).Locator(".idle"))).Width.ShouldBe(whole.Width, 1f);
    }

    [Test]
    public async Task What_ran_on_the_cores_is_read_out_and_a_table_too()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Parallel);
        var cores = report.Page.Locator(".cores");

        (await cores.Locator(".gantt").GetAttributeAsync("aria-label"))!.Replace('\u202f', ' ').ShouldBe(
            "Core 1: busy 100 % of the time, main 0 to 1 000, Task.Run #1 1 000 to 7 000, main 7 000 to 10 000. "
            + "Core 2: busy 10 % of the time, idle 0 to 2 000, Task.Run #2 and others 2 000 to 6 000, at work 25 % of it, idle 6 000 to 10 000. Core 3: idle all the time");
        (await cores.Locator(".note").InnerTextAsync()).ShouldBe("Overall, the cores are busy 37 % of the time.");

        await report.Page.GetByText("The cores as a table").ClickAsync();
        (await cores.Locator("tbody tr").AllInnerTextsAsync()).Select(row => row.Replace('\u202f', ' ')).Skip(3).ShouldBe(
            ["Core 2\tidle\t0\t2 000\t–", "Core 2\tTask.Run #2 and others\t2 000\t6 000\t25 %", "Core 2\tidle\t6 000\t10 000\t–", "Core 3\tidle\t0\t10 000\t–"]);
    }

    [Test]
    public async Task Speedup_stands_beside_the_ideal_and_Amdahls_line()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Parallel);
        var chart = report.Page.GetByRole(AriaRole.Img, new() { Name = "The ideal on 4 cores is 4." });

        // Parallelism 3 on 4 cores: a ninth is serial, and Amdahl's law gives 3 again.
        (await chart.GetAttributeAsync("aria-label")).ShouldBe(
            "The ideal on 4 cores is 4. Amdahl's law predicts 3. Measured on 2 cores: 1.4, between 1.2 and 1.5.");
        (await chart.Locator(".label").AllTextContentsAsync()).ShouldBe(["ideal", "Amdahl", "measured"]);
        var (ideal, amdahl, measured) = (await Box(chart.Locator(".ideal")), await Box(chart.Locator(".amdahl")), await Box(chart.Locator(".measured circle")));
        amdahl.Y.ShouldBeGreaterThan(ideal.Y);
        measured.Y.ShouldBeGreaterThan(amdahl.Y);
    }

    [Test]
    public async Task Frames_are_as_wide_as_their_work()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Parallel);
        var flame = report.Page.Locator(".flame");
        var whole = await Box(flame);

        (await flame.GetByRole(AriaRole.Button).AllInnerTextsAsync()).ShouldBe(["all", "Sum", "worker 1", "worker 2", "Add"]);
        ((await Box(Frame(flame, "worker 2"))).Width / whole.Width).ShouldBe(0.6f, 0.01f);
        ((await Box(Frame(flame, "Add"))).Width / whole.Width).ShouldBe(0.4f, 0.01f);
    }

    [Test]
    public async Task Keys_walk_the_flame_graph_and_choose_a_frame()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Parallel);
        var page = report.Page;
        var flame = page.Locator(".flame");

        await Frame(flame, "all").FocusAsync();
        foreach (var key in new[] { "ArrowDown", "ArrowDown", "ArrowLeft", "ArrowRight" })
            await page.Keyboard.PressAsync(key);
        (await page.Locator(".flames > .note").InnerTextAsync()).ShouldBe("worker 2: 60 % of the work (60), itself 20 %");

        await page.Keyboard.PressAsync("Enter");
        ((await Box(Frame(flame, "worker 2"))).Width / (await Box(flame)).Width).ShouldBe(1f, 0.01f);
        (await Frame(flame, "worker 1").CountAsync()).ShouldBe(0);
        (await page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldBe("worker 2");
        await page.Keyboard.PressAsync("Enter");
        (await Frame(flame, "worker 1").CountAsync()).ShouldBe(1);
    }

    [Test]
    public async Task Work_is_a_table_too()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Parallel);

        await report.Page.GetByText("Work as a table").ClickAsync();
        (await report.Page.Locator(".flames tbody tr").AllInnerTextsAsync()).ShouldBe(
            ["Add\t40\t40\t40 %", "worker 1\t30\t30\t30 %", "worker 2\t20\t60\t60 %", "Sum\t10\t100\t100 %"]);
    }

    [Test]
    public async Task A_profile_is_a_flame_graph_of_samples()
    {
        var report = Samples.Class();
        var sampled = report with
        {
            Submissions = [.. report.Submissions.Select(student => student with
            {
                Katas = [.. student.Katas.Select(kata => kata with
                {
                    Measurements = null,
                    Samples = [new ReportFrame(["Sum"], 3), new ReportFrame(["Sum", "lambda in Sum"], 1)],
                })],
            })],
        };
        await using var open = await OpenReport.At(sampled, Samples.Parallel);

        (await open.Page.GetByRole(AriaRole.Heading, new() { Name = "Profile of the timed run" }).CountAsync()).ShouldBe(1);
        (await open.Page.Locator(".flames > .note").InnerTextAsync()).ShouldBe("all: 100 % of the samples (4), itself 0 %");
        await open.Page.GetByText("Samples as a table").ClickAsync();
        (await open.Page.Locator(".flames tbody tr").AllInnerTextsAsync()).ShouldBe(["Sum\t3\t4\t100 %", "lambda in Sum\t1\t1\t25 %"]);
    }

    private static ILocator Frame(ILocator flame, string name) => flame.GetByText(name, new() { Exact = true });

    private static async Task<LocatorBoundingBoxResult> Box(ILocator element) => (await element.BoundingBoxAsync())!;
}
