using Microsoft.Playwright;

namespace Page.Tests;

/// <summary>What is told of several criteria is about the same code: one of them is seen at a time.</summary>
[TestFixture]
internal sealed class TabsTests
{
    private const string Second = "#/student/alice/lost-update/no-torn-read/";

    [Test]
    public async Task Each_failed_criterion_has_a_tab_and_one_of_them_is_seen()
    {
        await using var report = await OpenReport.At(Samples.FailedTwice(), Samples.Race);
        var page = report.Page;

        (await page.GetByRole(AriaRole.Tab).AllInnerTextsAsync()).ShouldBe(["No update is lost ✗ Data race", "No read is torn ✗ Data race"]);
        (await Seen(page)).ShouldBe(["No update is lost ✗ Data race"]);
        await page.GetByRole(AriaRole.Tab, new() { Name = "No read is torn" }).ClickAsync();
        (await Seen(page)).ShouldBe(["No read is torn ✗ Data race"]);
        (await page.GetByRole(AriaRole.Tab, new() { Selected = true }).InnerTextAsync()).ShouldStartWith("No read is torn");
        (await page.Locator(".followed .listing:visible").CountAsync()).ShouldBe(1);
    }

    [Test]
    public async Task Keys_go_from_tab_to_tab_and_no_player_steps()
    {
        await using var report = await OpenReport.At(Samples.FailedTwice(), Samples.Race);
        var page = report.Page;

        await page.GetByRole(AriaRole.Tab).First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        (await Seen(page)).ShouldBe(["No read is torn ✗ Data race"]);
        (await Step(page)).ShouldBe("1");
        await page.Keyboard.PressAsync("ArrowRight");
        (await Seen(page)).ShouldBe(["No update is lost ✗ Data race"]);
        await page.Keyboard.PressAsync("End");
        (await Seen(page)).ShouldBe(["No read is torn ✗ Data race"]);
    }

    [Test]
    public async Task The_address_chooses_the_tab_and_follows_it()
    {
        await using var report = await OpenReport.At(Samples.FailedTwice(), Second + "4");
        var page = report.Page;

        (await Seen(page)).ShouldBe(["No read is torn ✗ Data race"]);
        (await Step(page)).ShouldBe("4");
        await page.GetByRole(AriaRole.Tab).First.ClickAsync();
        new Uri(page.Url).Fragment.ShouldBe(Samples.Step + "1");
        await page.GetByRole(AriaRole.Tab).Last.ClickAsync();
        new Uri(page.Url).Fragment.ShouldBe(Second + "4");
        (await Step(page)).ShouldBe("4");
    }

    [Test]
    public async Task Paper_has_all_of_them()
    {
        await using var report = await OpenReport.At(Samples.FailedTwice(), Samples.Race);
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });

        (await Seen(report.Page)).Count.ShouldBe(2);
        (await report.Page.GetByRole(AriaRole.Tab).First.IsVisibleAsync()).ShouldBeFalse();
    }

    [Test]
    public async Task One_failed_criterion_needs_no_tab()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Race);

        (await report.Page.GetByRole(AriaRole.Tab).CountAsync()).ShouldBe(0);
    }

    private static async Task<IReadOnlyList<string>> Seen(IPage page) => await page.Locator(".criterion h2:visible").AllInnerTextsAsync();

    private static async Task<string> Step(IPage page) => await page.Locator(".steps:visible tr[aria-current=step] th").InnerTextAsync();
}
