using System.Text.RegularExpressions;
using Grader.Reporting.Comparing;
using Microsoft.Playwright;

namespace Page.Tests;

[TestFixture]
internal sealed class ClassPageTests
{
    [Test]
    public async Task Headings_sort_up_and_down()
    {
        await using var report = await OpenReport.At(Samples.Class());
        var page = report.Page;

        (await Students(page)).ShouldBe(["alice", "bob", "carol", "dave"]);
        await Sort(page, "Points");
        (await Students(page)).ShouldBe(["bob", "alice", "carol", "dave"]);
        await Sort(page, "Points");
        (await Students(page)).ShouldBe(["dave", "carol", "alice", "bob"]);
        (await page.Locator(".points th[aria-sort]").GetAttributeAsync("aria-sort")).ShouldBe("ascending");
        await Sort(page, "Fix the race");
        (await Students(page)).ShouldBe(["carol", "dave", "alice", "bob"]);
    }

    [Test]
    public async Task Sorting_keeps_the_focus_and_says_what_it_did()
    {
        await using var report = await OpenReport.At(Samples.Class());
        var page = report.Page;

        await page.Locator(".points").GetByRole(AriaRole.Button, new() { Name = "Points" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldStartWith("Points");
        (await page.Locator("#announce").TextContentAsync()).ShouldBe("Sorted by Points, descending");
    }

    [TestCase("ca", new[] { "carol" })]
    [TestCase("data race", new[] { "alice", "bob" })]
    [TestCase("nobody", new string[0])]
    public async Task The_filter_finds_names_and_verdicts(string words, string[] found)
    {
        await using var report = await OpenReport.At(Samples.Class());

        await report.Page.GetByLabel("Show only").FillAsync(words);
        (await Students(report.Page)).ShouldBe(found);
        (await report.Page.GetByText($"{found.Length} of 4 shown").CountAsync()).ShouldBe(1);
    }

    [Test]
    public async Task A_large_class_is_complete_and_in_order()
    {
        await using var report = await OpenReport.At(Samples.Large(300));
        var page = report.Page;

        await page.Locator(".points tbody tr").Nth(299).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        (await Students(page)).ShouldBe(Enumerable.Range(0, 300).Select(n => $"student-{n:000}"));
        await Sort(page, "Points");
        await page.Locator(".points tbody tr").Nth(299).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        (await Students(page)).ShouldBe(Enumerable.Range(0, 300).OrderByDescending(n => n % 11).ThenBy(n => n).Select(n => $"student-{n:000}"));
    }

    [Test]
    public async Task With_many_katas_a_verdict_is_a_sign_that_is_read_out_in_words()
    {
        await using var report = await OpenReport.At(Samples.Wide(33));
        var row = report.Page.Locator(".points tbody tr").First;

        (await row.Locator("td a").AllInnerTextsAsync()).Take(3).ShouldBe(["10 ✓", "0 ✗", "10 ✓"]);
        await row.GetByRole(AriaRole.Link, new() { Name = "0, Wrong answer" }).First.ClickAsync();
        await report.Page.Locator("h1", new() { HasText = "Honor cancellation 1" }).WaitForAsync();
    }

    [Test]
    public async Task Alike_problems_of_several_students_are_one()
    {
        await using var report = await OpenReport.At(Samples.Class());
        var rows = report.Page.Locator(".problems tbody tr");

        // bob's variable has another name.
        (await rows.First.Locator("th").InnerTextAsync()).ShouldBe("No update is lost");
        (await rows.First.Locator(".many").InnerTextAsync()).ShouldBe("2");
        (await rows.First.Locator(".example").InnerTextAsync()).ShouldBe("balance += amount; Account.cs:7");
        (await rows.First.Locator("ul a").AllInnerTextsAsync()).ShouldBe(["alice", "bob"]);
        (await rows.CountAsync()).ShouldBe(5);
        await rows.First.GetByRole(AriaRole.Link, new() { Name = "bob" }).ClickAsync();
        await report.Page.Locator("h1", new() { HasText = "Fix the race" }).WaitForAsync();
    }

    [TestCase("Difficulty", "Handed in: ")]
    [TestCase("Commonest problems", "Kata: ")]
    public async Task On_a_narrow_screen_each_row_is_a_card_that_needs_no_scrolling(string section, string label)
    {
        await using var report = await OpenReport.At(Samples.Class(), options: new() { ViewportSize = new() { Width = 400, Height = 800 } });
        var table = Section(report.Page, section).Locator(".cards");

        (await table.EvaluateAsync<bool>("table => table.parentNode.scrollWidth <= table.parentNode.clientWidth")).ShouldBeTrue();
        (await table.Locator("tbody td").First.EvaluateAsync<string>("cell => getComputedStyle(cell, '::before').content")).ShouldBe($"\"{label}\"");
    }

    [Test]
    public async Task Who_is_stuck_and_on_what()
    {
        await using var report = await OpenReport.At(Samples.Class());

        (await Section(report.Page, "Who is stuck").Locator("tbody tr").AllInnerTextsAsync()).Select(row => Regex.Replace(row, @"\s+", " ")).ShouldBe(
            ["dave 9 of 30 Bounded fetch Parallel sum Bounded fetch 0 → 0 → 0", "alice 20 of 30 Bounded fetch –"]);
    }

    [Test]
    public async Task Changed_points_are_told_with_their_reason()
    {
        await using var report = await OpenReport.At(Samples.Class());
        string[] reasons =
        [
            "Attempt 2 of 3 counts (1, 6, 4): 6 points instead of 4.",
            "Set to 8 points instead of 5: the hand-in system was down",
            "Late by 1 day (due 2026-12-01 23:59 +01:00, came 2026-12-02 08:15 +01:00): 10 % off 10 points.",
        ];

        (await Section(report.Page, "Changed after grading").Locator("td:last-child").AllInnerTextsAsync()).ShouldBe(reasons);
        (await report.Page.Locator(".points .mark").CountAsync()).ShouldBe(3);
        await report.Go("#/student/alice");
        (await report.Page.Locator("table .changed").AllInnerTextsAsync()).ShouldBe(reasons[..2]);
        await report.Go("#/student/dave/lost-update");
        (await report.Page.Locator(".changed").AllInnerTextsAsync()).ShouldBe(reasons[2..]);
    }

    [Test]
    public async Task What_changed_since_the_last_report_comes_first()
    {
        var now = Samples.Class();
        await using var report = await OpenReport.At(now, changes: Comparison.Of(Samples.Earlier(), now));
        var since = report.Page.Locator("main section").First;

        (await since.Locator("h2").InnerTextAsync()).ShouldBe("Since the last report");
        (await since.Locator("p").First.InnerTextAsync()).ShouldBe("1 rose, 1 fell, 1 new, 1 gone, 1 unchanged.");
        (await since.Locator("tbody tr").AllInnerTextsAsync()).Select(row => Regex.Replace(row, @"\s+", " ").Trim()).ShouldBe(
        [
            "bob 20 → 26 Fix the race: 0 ✗ Wrong answer → 6 ✗ Data race",
            "dave 14 → 9 Bounded fetch: 5 → 0",
            "carol new → 10 –",
            "erin 10 → gone –",
        ]);

        await report.Go("#/student/bob");
        (await report.Page.Locator(".since p").First.InnerTextAsync()).ShouldBe("Since the last report: 20 → 26 points.");
        await report.Go("#/student/alice");
        (await report.Page.Locator(".since p").First.InnerTextAsync()).ShouldBe("Since the last report: unchanged.");
    }

    [Test]
    public async Task A_students_attempts_are_a_trend()
    {
        await using var report = await OpenReport.At(Samples.Class(), "#/student/alice");

        (await report.Page.GetByRole(AriaRole.Img, new() { Name = "Points by attempt" }).GetAttributeAsync("aria-label")).ShouldBe("Points by attempt: 1, 6, 18");
        (await report.Page.GetByText("1 → 6 → 4").CountAsync()).ShouldBe(1);
    }

    private static ILocator Section(IPage page, string title) =>
        page.Locator("section", new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });

    private static Task Sort(IPage page, string column) =>
        page.Locator(".points").GetByRole(AriaRole.Button, new() { Name = column }).ClickAsync();

    private static async Task<IReadOnlyList<string>> Students(IPage page) => await page.Locator(".points tbody th").AllInnerTextsAsync();
}
