namespace Grader.Reporting;

/// <summary>The files of <c>Reporting/Page</c>, which travel inside the assembly.</summary>
internal static class PageResource
{
    public static string Read(string name)
    {
        using var stream = typeof(PageResource).Assembly.GetManifestResourceStream("Page/" + name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the grader");
        using var reader = new StreamReader(stream);

        // A checkout may have turned line ends; a browser turns them back before it hashes.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
