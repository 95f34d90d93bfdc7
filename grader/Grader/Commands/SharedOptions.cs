using System.CommandLine;
using Grader.Configuration;
using Grader.Judging.Sandboxes;

namespace Grader.Commands;

/// <summary>Options that several commands have: the same words and meanings everywhere.</summary>
internal sealed class SharedOptions
{
    public Option<string[]> Kata { get; } = new("--kata")
    {
        Description = "Grade this kata only, by its slug; may be given more than once.",
        HelpName = "slug",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public Option<int?> Seed { get; } = new("--seed")
    {
        Description = "Where random choices start; the same seed gives the same verdicts.",
        HelpName = "n",
    };

    public Option<int?> Schedules { get; } = new("--schedules")
    {
        Description = "Schedules tried for each explored test.",
        HelpName = "n",
    };

    public Option<int?> Jobs { get; } = new("--jobs")
    {
        Description = "Judge processes at a time; as many as there are processors unless given.",
        HelpName = "n",
    };

    public Option<SandboxKind?> Sandbox { get; } = new("--sandbox")
    {
        Description = "What to judge in: bubblewrap, landlock or none; the first that holds on this machine unless given.",
        HelpName = "kind",
    };

    public Option<bool> Reveal { get; } = new("--reveal")
    {
        Description = "Show the values that hidden tests pass in, and what exceptions say. Not for students' eyes.",
    };

    public SharedOptions()
    {
        AtLeastOne(Schedules);
        AtLeastOne(Jobs);
    }

    public static Argument<string> OnePath() => new("path")
    {
        Description = "A C# file, a kata's folder, or a student's folder.",
    };

    public static Option<string> OneKata() => new("--kata")
    {
        Description = "The kata's slug.",
        HelpName = "slug",
        Required = true,
    };

    public RunSettings Settings(ParseResult parsed, Exploration common) => new(
        Value(parsed, Schedules) ?? common.Schedules,
        Value(parsed, Seed) ?? common.Seed,
        Value(parsed, Jobs) ?? Environment.ProcessorCount)
    {
        Reveal = Has(parsed, Reveal) && parsed.GetValue(Reveal),
    };

    /// <summary>A command need not have all of the options.</summary>
    private static int? Value(ParseResult parsed, Option<int?> option) =>
        Has(parsed, option) ? parsed.GetValue(option) : null;

    private static bool Has(ParseResult parsed, Option option) => parsed.CommandResult.Command.Options.Contains(option);

    private static void AtLeastOne(Option<int?> option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var value) && value < 1)
            result.AddError($"{option.Name} is {value}; give 1 or more");
    });
}
