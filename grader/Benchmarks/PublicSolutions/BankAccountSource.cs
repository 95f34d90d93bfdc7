using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Benchmarks.PublicSolutions;

/// <summary>One checkout's solution of the bank-account exercise, as text that has not been compiled yet.</summary>
/// <param name="Checkout">The folder's name.</param>
/// <param name="Class">The class with its namespace.</param>
/// <param name="Change">Changes the balance of <c>account</c> by <c>amount</c>, as a statement.</param>
/// <param name="Balance">Reads it.</param>
/// <param name="Files">The file of the class, and those beside it that are not tests.</param>
internal sealed record BankAccountSource(string Checkout, string Class, string Change, string Balance, IReadOnlyList<string> Files)
{
    private const string ClassName = "BankAccount";

    private static readonly string[] BalanceChanges = ["UpdateBalance", "ChangeBalance"];

    private static readonly string[] TestFrameworks = ["Xunit", "NUnit", "Microsoft.VisualStudio.TestTools"];

    /// <summary>The first file by name whose class can be opened, changed and read; null when the checkout has none.</summary>
    public static BankAccountSource? In(string checkout) =>
        Directory.EnumerateFiles(checkout, "*.cs", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(file => !file.Contains(".meta", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => Of(checkout, file))
            .FirstOrDefault(source => source is not null);

    public static SyntaxTree Parse(string path) => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path), System.Text.Encoding.UTF8), path: path);

    private static BankAccountSource? Of(string checkout, string file)
    {
        if (Declared(Parse(file)) is not { } account || ChangeOf(account) is not { } change || BalanceOf(account) is not { } balance)
            return null;
        var beside = Directory.GetFiles(Path.GetDirectoryName(file)!, "*.cs")
            .Where(other => other != file && Parse(other) is var tree && Declared(tree) is null && !IsTest(tree))
            .Order(StringComparer.Ordinal);
        var spaces = account.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(space => $"{space.Name}.");
        return new BankAccountSource(Path.GetFileName(checkout), string.Concat(spaces) + ClassName, change, balance, [file, .. beside]);
    }

    private static ClassDeclarationSyntax? Declared(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<ClassDeclarationSyntax>().FirstOrDefault(type => type.Identifier.Text == ClassName);

    private static bool IsTest(SyntaxTree tree) =>
        tree.GetCompilationUnitRoot().Usings.Any(import => TestFrameworks.Any(name => import.Name?.ToString().StartsWith(name, StringComparison.Ordinal) == true));

    private static string? ChangeOf(ClassDeclarationSyntax account)
    {
        if (!Has(account, "Open"))
            return null;
        if (BalanceChanges.FirstOrDefault(name => Has(account, name)) is { } name)
            return $"account.{name}(amount);";
        return Has(account, "Deposit") && Has(account, "Withdraw") ? "if (amount > 0) account.Deposit(1); else account.Withdraw(1);" : null;
    }

    private static string? BalanceOf(ClassDeclarationSyntax account)
    {
        if (account.Members.OfType<PropertyDeclarationSyntax>().Any(member => member.Identifier.Text == "Balance" && IsPublic(member)))
            return "account.Balance";
        return Has(account, "GetBalance") ? "account.GetBalance()" : null;
    }

    private static bool Has(ClassDeclarationSyntax account, string method) =>
        account.Members.OfType<MethodDeclarationSyntax>().Any(member => member.Identifier.Text == method && IsPublic(member));

    private static bool IsPublic(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.PublicKeyword);
}
