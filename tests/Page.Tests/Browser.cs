using Microsoft.Playwright;

namespace Page.Tests;

/// <summary>One browser for all tests.</summary>
[SetUpFixture]
internal sealed class Browser
{
    private static IPlaywright? playwright;

    private static IBrowser? browser;

    public static IBrowser Instance => browser ?? throw new InvalidOperationException("The browser was not started.");

    [OneTimeSetUp]
    public async Task Start()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ChromiumPath.Find(),
            // The page under test is ours, and a container has no user namespace for the browser's own sandbox.
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
