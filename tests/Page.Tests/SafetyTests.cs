namespace Page.Tests;

/// <summary>What a student wrote is text, in every place where the page shows it.</summary>
[TestFixture]
internal sealed class SafetyTests
{
    private const string Mark = "window.owned = true";

    [TestCase("<script>window.owned = true</script>")]
    [TestCase("</script><img src=x onerror=\"window.owned = true\">")]
    [TestCase("\"><svg onload=\"window.owned = true\"><style>*{color:red}</style>")]
    [TestCase("javascript:window.owned = true")]
    [TestCase("{{constructor.constructor('window.owned = true')()}}")]
    [TestCase("<!--<script>\u2028\u202e]]>")]
    public async Task Hostile_texts_are_inert(string text)
    {
        await using var report = await OpenReport.At(Samples.WordedBy(text));
        await using var plain = await OpenReport.At(Samples.WordedBy("plain"));
        var student = Uri.EscapeDataString(text);
        foreach (var (address, same) in new[]
        {
            ("#/", "#/"), ("#/kata/lost-update", "#/kata/lost-update"), ($"#/student/{student}", "#/student/plain"),
            ($"#/student/{student}/lost-update", "#/student/plain/lost-update"), ($"#/student/{student}/lost-update/no-lost-update/2", "#/student/plain/lost-update/no-lost-update/2"),
        })
        {
            if (address != "#/")
            {
                await report.Go(address);
                await plain.Go(same);
            }

            // Not one element more than where the text is plain, but for those that colour the words of code.
            const string Elements = "[...document.querySelectorAll('*')].filter(e => !e.closest('code')).map(e => e.localName).join(' ')";
            (await report.Page.EvaluateAsync<string>(Elements)).ShouldBe(await plain.Page.EvaluateAsync<string>(Elements));
            (await report.Page.EvaluateAsync<bool>("'owned' in window")).ShouldBeFalse();
            (await report.Page.EvaluateAsync<int>("document.querySelectorAll('a:not([href^=\"#\"])').length")).ShouldBe(0);
        }
    }

    [Test]
    public async Task The_policy_stops_a_script_that_gets_in_all_the_same()
    {
        await using var report = await OpenReport.At(Samples.Class());

        await report.Page.EvaluateAsync("""
            mark => new Promise(done => {
                document.addEventListener('securitypolicyviolation', () => done(), { once: true });
                const script = document.createElement('script');
                script.textContent = mark;
                document.body.append(script);
            })
            """, Mark);
        (await report.Page.EvaluateAsync<bool>("'owned' in window")).ShouldBeFalse();
        report.Forgive("Content Security Policy").ShouldBe(1);
    }

    [Test]
    public async Task Marks_that_turn_the_reading_direction_are_shown()
    {
        await using var report = await OpenReport.At(Samples.WordedBy("a\u202eb"));

        (await report.Page.Locator(".points tbody th").InnerTextAsync()).ShouldBe("a\\u202eb");
    }
}
