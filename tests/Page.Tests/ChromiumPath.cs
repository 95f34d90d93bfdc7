namespace Page.Tests;

/// <summary>Where a browser of the Chromium family is installed; none is ever downloaded.</summary>
internal static class ChromiumPath
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/usr/bin/microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    public static string Find() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given
        : Places.FirstOrDefault(File.Exists) ?? throw new FileNotFoundException(
            "No Chromium, Chrome or Edge was found: install one (Debian, Ubuntu: apt-get install chromium), or name its program in CHROMIUM.");
}
