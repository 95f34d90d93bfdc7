using System.Globalization;

namespace Attacks.Tests;

/// <summary>One file of tests/Attacks; the README there says what its first lines mean.</summary>
/// <param name="Name">Group and file, as forge/last-frame.</param>
/// <param name="Source">All of it.</param>
/// <param name="Expected">Verdicts through the whole pipeline.</param>
/// <param name="WithoutPolicy">Verdicts when the sandbox stands alone.</param>
internal sealed record Attack(string Name, string Source, IReadOnlyList<string> Expected, IReadOnlyList<string> WithoutPolicy)
{
    /// <summary>The kata that it is handed in for.</summary>
    public string Kata { get; private init; } = "lost-update";

    /// <summary>The points that what is right about it is worth.</summary>
    public int AtMost { get; private init; }

    /// <summary>Patterns of what it tries to have told: no report may, unless its reader asks to have all revealed.</summary>
    public IReadOnlyList<string> MustNotSay { get; private init; } = [];

    /// <summary>An account that is wrong in everything, around the attack.</summary>
    private const string Account = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;

        namespace ConcurrencyKatas.LostUpdate;

        public sealed class Account
        {
            public Account(int opening) => Attack.Run();

            public int Balance => -1;

            public void Deposit(int amount)
            {
            }

            public bool Withdraw(int amount) => true;

            public Statement GetStatement() => new(-1, -2, -3);
        }

        public sealed record Statement(int Balance, int Deposited, int Withdrawn);


        """;

    /// <summary>Those that the sandbox is about; tests/Grader.Tests runs the others.</summary>
    private static readonly string[] Groups = ["blind", "escape", "exhaust", "forge", "hang", "leak", "parallel", "steal"];

    public static string Folder { get; } = Path.Combine(
        Grader.Workspace.Find(AppContext.BaseDirectory).Root, "tests", "Attacks");

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Groups.SelectMany(group => Directory.EnumerateFiles(Path.Combine(Folder, group), "*.cs"))
            .Select(path => Path.ChangeExtension(Path.GetRelativePath(Folder, path), null).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static Attack Read(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name + ".cs"));
        return new Attack(name, Whole(text), Verdicts(text, "expected"), Verdicts(text, "without policy"))
        {
            Kata = Head(text, "kata").FirstOrDefault("lost-update"),
            AtMost = int.Parse(Head(text, "at most").FirstOrDefault("0"), CultureInfo.InvariantCulture),
            MustNotSay = [.. Head(text, "must not say")],
        };
    }

    /// <summary>A submission: some are one as they are, the others get an account around them.</summary>
    public static string Whole(string text) =>
        text.Contains("class Account", StringComparison.Ordinal) || text.Contains("namespace ConcurrencyKatas.", StringComparison.Ordinal) ? text : Account + text;

    private static string[] Verdicts(string text, string head) => Head(text, head).Single().Split('|');

    private static IEnumerable<string> Head(string text, string head)
    {
        var start = $"// {head}: ";
        return text.Split('\n').TakeWhile(static line => line.StartsWith("//", StringComparison.Ordinal))
            .Where(line => line.StartsWith(start, StringComparison.Ordinal)).Select(line => line[start.Length..].Trim());
    }
}
