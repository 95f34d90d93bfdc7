using Interleaving;

namespace Benchmarks;

/// <summary>The corpus of correct programs and broken twins under many seeds, each with the default budget.</summary>
internal static class NeverWrong
{
    /// <param name="seeds">How many.</param>
    /// <param name="only">Part of a program's name; empty for all of them.</param>
    public static int Run(int seeds, string only = "")
    {
        CorpusProgram[] programs = [.. CorpusProgram.Pairs.Where(program => program.Name.Contains(only, StringComparison.Ordinal))];
        var correct = Explored("correct", programs.Where(program => program.Expected is null), seeds);
        var broken = Explored("broken", programs.Where(program => program.Expected is not null), seeds);
        var table = new MarkdownTable("programs", "", "explorations", "schedules", "false alarms", "misses");
        Add("correct", correct);
        Add("broken", broken);
        table.Print();
        return correct.Wrong + broken.Wrong == 0 ? 0 : 1;

        void Add(string what, Sum sum) => table.Add(
            sum.Programs,
            what,
            sum.Programs * (long)seeds,
            sum.Schedules,
            what == "correct" ? sum.Wrong : "",
            what == "broken" ? sum.Wrong : "");
    }

    private static Sum Explored(string what, IEnumerable<CorpusProgram> programs, int seeds)
    {
        var sum = new Sum(0, 0, 0);
        foreach (var program in programs)
        {
            for (var seed = 1; seed <= seeds; seed++)
            {
                var found = program.Explore(new ExplorationOptions { Seed = seed });
                var right = found.Failure == program.Expected;
                if (!right)
                    Console.Error.WriteLine($"{what} {program}, seed {seed}: {found.Failure?.ToString() ?? $"nothing found in {found.Schedules:N0} schedules"} {found.Complete} {found.Message}");
                sum = sum with { Schedules = sum.Schedules + found.Schedules, Wrong = sum.Wrong + (right ? 0 : 1) };
            }

            sum = sum with { Programs = sum.Programs + 1 };
            if (sum.Programs % 20 == 0)
                Console.Error.WriteLine($"{sum.Programs} {what} programs under {seeds} seeds: {sum.Wrong} wrong");
        }

        return sum;
    }

    private sealed record Sum(int Programs, long Schedules, int Wrong);
}
