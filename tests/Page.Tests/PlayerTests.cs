using Microsoft.Playwright;

namespace Page.Tests;

[TestFixture]
internal sealed class PlayerTests
{
    [Test]
    public async Task Buttons_step_forward_and_back()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Race);
        var page = report.Page;

        await Press(page, "Forward", 3);
        (await Now(page)).ShouldBe("Step 4 of 10 Deposit(50) #1 reads balance → 0 at Account.cs:7");
        await Press(page, "Back");
        (await Step(page)).ShouldBe("3");
        await Press(page, "Last");
        (await Step(page)).ShouldBe("10");
        await page.Keyboard.PressAsync("Enter");
        (await Step(page)).ShouldBe("10");
        (await Off(page)).ShouldBe(["Forward", "Last"]);
        await Press(page, "First");
        (await Step(page)).ShouldBe("1");
        (await Off(page)).ShouldBe(["First", "Back"]);
    }

    [Test]
    public async Task Keys_step_too_wherever_the_focus_is()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Race);
        var page = report.Page;

        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        (await Step(page)).ShouldBe("3");
        await page.Keyboard.PressAsync("ArrowLeft");
        (await Step(page)).ShouldBe("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Forward" }).FocusAsync();
        await page.Keyboard.PressAsync("End");
        (await Step(page)).ShouldBe("10");
        await page.Keyboard.PressAsync("Home");
        (await Step(page)).ShouldBe("1");
    }

    [Test]
    public async Task The_slider_goes_to_any_step()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Race);
        var page = report.Page;
        var slider = page.GetByRole(AriaRole.Slider, new() { Name = "Step" });

        await slider.FillAsync("6");
        (await Step(page)).ShouldBe("6");
        await slider.PressAsync("ArrowRight");
        (await Step(page)).ShouldBe("7");
        (await slider.GetAttributeAsync("aria-valuetext")).ShouldBe("Step 7 of 10 Deposit(100) #2 ends");
    }

    [Test]
    public async Task Every_step_shows_the_values_the_line_and_who_has_the_turn()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Step + "6");
        var page = report.Page;

        (await Texts(page, ".values dt")).ShouldBe(["balance"]);
        (await Texts(page, ".values dd")).ShouldBe(["100 just written"]);
        (await Texts(page, ".followed .line.current .here")).ShouldBe(["Deposit(50) #1, Deposit(100) #2"]);
        (await page.Locator(".followed .line.current").TextContentAsync())!.Trim().ShouldStartWith("balance += amount;");
        (await Texts(page, ".steps thead .state")).ShouldBe(["now", "waiting", "ready", "running"]);

        await Press(page, "Forward", 2);
        (await Texts(page, ".values dd")).ShouldBe(["50 just written"]);
        (await Texts(page, ".steps thead .state")).ShouldBe(["now", "waiting", "running", "ended"]);
    }

    [Test]
    public async Task The_switch_and_the_failure_are_marked_and_a_button_away()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Race);
        var page = report.Page;

        (await page.Locator(".steps .switched").CountAsync()).ShouldBe(1);
        await Press(page, "To the switch");
        (await Now(page)).ShouldBe("Step 5 of 10 Deposit(100) #2 reads balance → 0 at Account.cs:7 preempted here");
        await Press(page, "To the failure");
        (await Now(page)).ShouldBe("Step 10 of 10 main 150 should be in the account, and 50 is. This is where it fails");
    }

    [Test]
    public async Task A_row_is_a_step_and_its_number_a_link()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Race);
        var page = report.Page;

        await page.Locator(".steps").GetByRole(AriaRole.Link, new() { Name = "5", Exact = true }).ClickAsync();
        (await Step(page)).ShouldBe("5");
        await page.Locator(".steps tbody tr").Nth(1).ClickAsync();
        (await Step(page)).ShouldBe("2");
    }

    [Test]
    public async Task It_plays_to_the_end_and_pauses()
    {
        var day = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        await using var report = await OpenReport.At(Samples.Class(), Samples.Race, before: page => page.Clock.InstallAsync(new() { TimeDate = day }));
        var page = report.Page;
        await page.Clock.PauseAtAsync(day.AddDays(1));

        await Press(page, "Play");
        await page.Clock.RunForAsync(2_500);
        (await Step(page)).ShouldBe("3");
        await Press(page, "Pause");
        await page.Clock.RunForAsync(5_000);
        (await Step(page)).ShouldBe("3");
        await Press(page, "Play");
        await page.Clock.RunForAsync(60_000);
        (await Step(page)).ShouldBe("10");
        (await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).CountAsync()).ShouldBe(1);
    }

    [Test]
    public async Task Nothing_plays_for_those_who_asked_for_less_motion()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Race, new() { ReducedMotion = ReducedMotion.Reduce });

        (await report.Page.GetByRole(AriaRole.Button, new() { Name = "Play" }).CountAsync()).ShouldBe(0);
        await Press(report.Page, "Forward");
        (await Step(report.Page)).ShouldBe("2");
    }

    [Test]
    public async Task A_long_sentence_in_one_lane_breaks_no_line_of_the_others()
    {
        var sample = Samples.Class();
        var race = sample.Submissions[0].Katas[0];
        var failed = race.Criteria[1];
        var story = failed.Story! with { Steps = [.. failed.Story!.Steps.Select(step => step.Fails == true ? step with { Text = string.Concat(Enumerable.Repeat("A deposit and a withdrawal ran at the same time. ", 4)) } : step)] };
        var told = sample with
        {
            Submissions = [sample.Submissions[0] with { Katas = [race with { Criteria = [failed with { Story = story }] }] }],
        };
        await using var report = await OpenReport.At(told, Samples.Step + "1");

        // What is broken is twice as high as what is not.
        (await report.Page.Locator(".steps .act > span:not(.sentence):not(.tag)").EvaluateAllAsync<double[]>("all => all.map(words => words.getBoundingClientRect().height)"))
            .Distinct().Count().ShouldBe(1);
    }

    [Test]
    public async Task What_the_letters_stand_for_is_a_legend_and_no_step()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.VirtualTime);
        var page = report.Page;
        var legend = page.Locator(".player .legend");

        (await legend.InnerTextAsync()).ShouldBe("Greek letters stand for values of the hidden test: the same letter, the same value.");
        (await page.Locator(".steps tbody tr").CountAsync()).ShouldBe(7);
        (await legend.BoundingBoxAsync())!.Y.ShouldBeGreaterThan((await page.Locator(".steps").BoundingBoxAsync())!.Y);

        await report.Go(Samples.Race);
        (await legend.CountAsync()).ShouldBe(0);
    }

    [Test]
    public async Task The_table_in_text_is_there_too()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Race);
        var text = report.Page.GetByText("the table in text");

        (await text.IsVisibleAsync()).ShouldBeFalse();
        await report.Page.GetByText("The interleaving as text").ClickAsync();
        (await text.IsVisibleAsync()).ShouldBeTrue();
    }

    [Test]
    public async Task A_report_without_stories_shows_the_text()
    {
        await using var report = await OpenReport.At(Samples.Older(), Samples.Race);

        (await report.Page.Locator(".player").CountAsync()).ShouldBe(0);
        (await report.Page.GetByText("the table in text").IsVisibleAsync()).ShouldBeTrue();
    }

    private static async Task Press(IPage page, string button, int times = 1)
    {
        for (var i = 0; i < times; i++)
            await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    private static async Task<IReadOnlyList<string>> Off(IPage page) => await page.Locator(".player button[aria-disabled=true]").AllInnerTextsAsync();

    private static async Task<string> Now(IPage page) => Spaced(await page.Locator(".now").InnerTextAsync());

    private static async Task<string> Step(IPage page) => await page.Locator(".steps tr[aria-current=step] th").InnerTextAsync();

    private static async Task<List<string>> Texts(IPage page, string selector) =>
        [.. (await page.Locator(selector).AllTextContentsAsync()).Select(Spaced)];

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
