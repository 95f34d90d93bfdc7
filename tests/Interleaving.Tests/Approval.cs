using System.Runtime.CompilerServices;

namespace Interleaving.Tests;

/// <summary>Compares text with a file that a person read and approved; a difference leaves a <c>.received</c> file beside it.</summary>
internal static class Approval
{
    public static void Matches(string text, string name, [CallerFilePath] string caller = "")
    {
        var folder = Path.GetDirectoryName(caller)!;
        while (!Directory.Exists(Path.Combine(folder, "Approved")))
            folder = Path.GetDirectoryName(folder)!;
        var approved = Path.Combine(folder, "Approved", name + ".txt");
        var received = Path.Combine(folder, "Approved", name + ".received.txt");
        var expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        text.ShouldBe(expected, $"If the new text is right, rename {received}");
    }
}
