namespace Attacks.Tests;

/// <summary>One file of tests/Attacks; the README there says what its first lines mean.</summary>
/// <param name="Name">Group and file, as forge/last-frame.</param>
/// <param name="Source">All of it.</param>
/// <param name="Expected">Verdicts through the whole pipeline.</param>
/// <param name="WithoutPolicy">Verdicts when the sandbox stands alone.</param>
internal sealed record Attack(string Name, string Source, IReadOnlyList<string> Expected, IReadOnlyList<string> WithoutPolicy)
{
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
    private static readonly string[] Groups = ["blind", "escape", "exhaust", "forge", "hang", "steal"];

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
        return new Attack(name, Whole(text), Verdicts(text, "expected"), Verdicts(text, "without policy"));
    }

    /// <summary>A submission: some are one as they are, the others get an account around them.</summary>
    public static string Whole(string text) => text.Contains("class Account", StringComparison.Ordinal) ? text : Account + text;

    private static string[] Verdicts(string text, string head)
    {
        var start = $"// {head}: ";
        var line = text.Split('\n').First(line => line.StartsWith(start, StringComparison.Ordinal));
        return line[start.Length..].Trim().Split('|');
    }
}
