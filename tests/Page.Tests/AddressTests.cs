using Microsoft.Playwright;

namespace Page.Tests;

[TestFixture]
internal sealed class AddressTests
{
    [TestCase("#/", "Class")]
    [TestCase("#/student/bob", "bob")]
    [TestCase("#/student/bob/lost-update", "Fix the race · bob")]
    [TestCase("#/kata/lost-update", "Fix the race")]
    [TestCase("#/student/nobody", "Not in this report")]
    [TestCase("#/student/bob/nothing", "Not in this report")]
    [TestCase("#/kata/nothing", "Not in this report")]
    [TestCase("#/student/%", "Class")]
    public async Task Every_page_has_an_address(string address, string heading)
    {
        await using var report = await OpenReport.At(Samples.Class(), address);

        (await report.Page.Locator("h1").InnerTextAsync()).ShouldBe(heading);
        (await report.Page.TitleAsync()).ShouldBe(heading + " · ConcurrencyKatas report");
    }

    [TestCase("5", "5")]
    [TestCase("99", "10")]
    [TestCase("0", "1")]
    [TestCase("x", "1")]
    public async Task A_step_has_one_too(string step, string shown)
    {
        await using var report = await OpenReport.At(Samples.Class(), Samples.Step + step);
        var page = report.Page;

        (await page.Locator(".steps tr[aria-current=step] th").InnerTextAsync()).ShouldBe(shown);
        // The player is what one came for.
        (await page.Locator(".player").EvaluateAsync<double>("player => player.getBoundingClientRect().top")).ShouldBeInRange(0, 100);
    }

    [Test]
    public async Task The_address_follows_the_player_and_the_back_button_leaves_it()
    {
        await using var report = await OpenReport.At(Samples.Class(), "#/student/alice");
        var page = report.Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "Fix the race" }).First.ClickAsync();
        for (var i = 0; i < 3; i++)
            await page.GetByRole(AriaRole.Button, new() { Name = "Forward" }).ClickAsync();
        new Uri(page.Url).Fragment.ShouldBe(Samples.Step + "4");
        new Uri((await page.GetByRole(AriaRole.Link, new() { Name = "Link to this step" }).EvaluateAsync<string>("link => link.href"))!).Fragment.ShouldBe(Samples.Step + "4");

        await page.GoBackAsync();
        await page.Locator("h1", new() { HasText = "alice" }).WaitForAsync();
        await page.GoForwardAsync();
        await page.Locator("h1", new() { HasText = "Fix the race" }).WaitForAsync();
        (await page.Locator(".steps tr[aria-current=step] th").InnerTextAsync()).ShouldBe("4");
    }

    [Test]
    public async Task Going_back_keeps_the_filter_and_the_order()
    {
        await using var report = await OpenReport.At(Samples.Class());
        var page = report.Page;

        await page.GetByLabel("Show only").FillAsync("data race");
        await page.Locator(".points").GetByRole(AriaRole.Button, new() { Name = "Student" }).ClickAsync();
        await page.Locator(".points").GetByRole(AriaRole.Link, new() { Name = "alice" }).ClickAsync();
        await page.Locator("h1", new() { HasText = "alice" }).WaitForAsync();
        await page.GoBackAsync();
        await page.Locator("h1", new() { HasText = "Class" }).WaitForAsync();
        (await page.Locator(".points tbody th").AllInnerTextsAsync()).ShouldBe(["bob", "alice"]);
    }

    [Test]
    public async Task A_new_page_starts_with_its_heading()
    {
        await using var report = await OpenReport.At(Samples.Class());

        await report.Go("#/student/alice");
        (await report.Page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldBe("alice");
        (await report.Page.EvaluateAsync<double>("window.scrollY")).ShouldBe(0);
    }
}
