using Grader.Reporting;
using Grader.Reporting.Comparing;
using Microsoft.Playwright;

namespace Page.Tests;

/// <summary>A report in a browser's tab, as one opens it from the disk, with all that the browser complained of.</summary>
internal sealed class OpenReport : IAsyncDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"page-tests-{Guid.NewGuid():N}.html");
    private readonly List<string> complaints = [];
    private IBrowserContext? context;

    private OpenReport()
    {
    }

    public IPage Page => context!.Pages[0];

    /// <summary>Errors, warnings and violations of the content security policy; requests for anything but the file.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<OpenReport> At(Report report, string address = "#/", BrowserNewContextOptions? options = null, Func<IPage, Task>? before = null, Comparison? changes = null)
    {
        var opened = new OpenReport();
        await File.WriteAllTextAsync(opened.file, HtmlReport.Render(report, changes: changes));
        opened.context = await Browser.Instance.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        // A busy machine is slow, not wrong.
        opened.context.SetDefaultTimeout(180_000);
        var page = await opened.context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                opened.complaints.Add(message.Text);
        };
        page.PageError += (_, error) => opened.complaints.Add(error);
        page.Dialog += (_, dialog) => opened.complaints.Add($"a dialog: {dialog.Message}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal))
                opened.complaints.Add($"a request: {request.Url}");
        };
        if (before is not null)
            await before(page);
        await page.GotoAsync(new Uri(opened.file).AbsoluteUri + address);
        await page.Locator("main h1").WaitForAsync();
        return opened;
    }

    /// <summary>Goes to another address of the report, as a link in a mail would in an open tab.</summary>
    public async Task Go(string address)
    {
        await Page.EvaluateAsync("""
            address => new Promise(done => {
                const main = document.getElementById('main');
                new MutationObserver((_, observer) => {
                    if (!main.querySelector('h1')) return;
                    observer.disconnect();
                    done();
                }).observe(main, { childList: true });
                window.location.hash = address;
            })
            """, address);
    }

    /// <summary>Takes back the complaints with these words, which a test wanted.</summary>
    /// <returns>How many they were.</returns>
    public int Forgive(string words) => complaints.RemoveAll(complaint => complaint.Contains(words, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        if (context is not null)
            await context.DisposeAsync();
        File.Delete(file);
        complaints.ShouldBeEmpty();
    }
}
