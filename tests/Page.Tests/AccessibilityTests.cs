using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Page.Tests;

/// <summary>All rules of axe-core, contrast among them.</summary>
[TestFixture]
internal sealed class AccessibilityTests
{
    [Test]
    public async Task Axe_finds_nothing(
        [Values("#/", "#/student/alice", Samples.Race, Samples.Step + "10", Samples.VirtualTime, Samples.Parallel, "#/student/dave/parallel-sum", "#/kata/lost-update")] string address,
        [Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme,
        [Values(1280, 400)] int width)
    {
        await using var report = await OpenReport.At(Samples.Class(), address, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        foreach (var folded in await report.Page.Locator("summary").AllAsync())
            await folded.ClickAsync();

        await ShouldBeAccessible(report.Page);
        (await report.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth")).ShouldBeLessThanOrEqualTo(0);
    }

    [Test]
    public async Task Nor_with_many_katas([Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme)
    {
        await using var report = await OpenReport.At(Samples.Wide(33), options: new() { ColorScheme = scheme });

        await ShouldBeAccessible(report.Page);
    }

    [Test]
    public async Task Nor_with_tabs([Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme, [Values(1280, 400)] int width)
    {
        await using var report = await OpenReport.At(Samples.FailedTwice(), Samples.Race, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });

        await ShouldBeAccessible(report.Page);
        (await report.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth")).ShouldBeLessThanOrEqualTo(0);
    }

    [Test]
    public async Task Nor_on_paper()
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Race);
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await ShouldBeAccessible(report.Page);
    }

    [Test]
    public async Task Axe_would_find_something()
    {
        await using var report = await OpenReport.At(Samples.Class());
        await report.Page.EvaluateAsync("() => { document.querySelector('.lead').style.color = 'color-mix(in srgb, currentColor 20%, white)'; }");

        (await report.Page.RunAxe()).Violations.Select(violation => violation.Id).ShouldBe(["color-contrast"]);
    }

    private static async Task ShouldBeAccessible(IPage page) =>
        (await page.RunAxe()).Violations
            .Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
}
