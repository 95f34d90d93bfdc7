using Microsoft.Playwright;

namespace Page.Tests;

[TestFixture]
internal sealed class PrintTests
{
    [Test]
    public async Task Paper_has_the_text_and_no_controls()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Race);
        var page = report.Page;

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.GetByText("the table in text").IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator(".sources .line.marked").IsVisibleAsync()).ShouldBeTrue();
        foreach (var control in new[] { ".player", "nav", ".neighbours", ".copy", "summary" })
            (await page.Locator(control).First.IsVisibleAsync()).ShouldBeFalse(control);
    }

    [Test]
    public async Task Paper_has_the_simulated_cores_and_their_table()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Parallel);

        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await report.Page.Locator(".cores .use").First.IsVisibleAsync()).ShouldBeTrue();
        (await report.Page.Locator(".cores tbody tr").First.IsVisibleAsync()).ShouldBeTrue();
    }

    [Test]
    public async Task Dark_screens_print_on_white_paper()
    {
        await using var report = await OpenReport.At(Samples.Class(), options: new() { ColorScheme = ColorScheme.Dark });
        const string Paper = "getComputedStyle(document.documentElement).backgroundColor";

        (await report.Page.EvaluateAsync<string>(Paper)).ShouldNotBe("rgb(255, 255, 255)");
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await report.Page.EvaluateAsync<string>(Paper)).ShouldBe("rgb(255, 255, 255)");
    }

    [Test]
    public async Task A_large_class_prints_whole()
    {
        // Without its timers the page draws no more than at once.
        await using var report = await OpenReport.At(Samples.Large(300), before: page => page.AddInitScriptAsync("window.setTimeout = () => 0;"));
        var rows = report.Page.Locator(".points tbody tr");

        var drawn = await rows.CountAsync();
        drawn.ShouldBeLessThan(300);
        (await report.Page.PdfAsync()).Length.ShouldBeGreaterThan(10_000);
        (await rows.CountAsync()).ShouldBe(300);
    }

    [Test]
    public async Task A_course_of_thirty_three_katas_is_as_wide_as_the_paper()
    {
        // A4 with the browser's margins.
        const int Paper = 718;
        await using var report = await OpenReport.At(Samples.Wide(33), options: new() { ViewportSize = new() { Width = Paper, Height = 1000 } });
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var table = (await report.Page.Locator(".points").BoundingBoxAsync())!;
        (table.X + table.Width).ShouldBeLessThanOrEqualTo(Paper);
        (await report.Page.Locator(".points tbody td").EvaluateAllAsync<int>("cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth).length")).ShouldBe(0);
    }
}
