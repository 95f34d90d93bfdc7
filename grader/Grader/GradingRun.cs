using Grader.Configuration;
using Grader.Judging;
using Grader.Preparing;
using Grader.Reporting;
using Grader.Scoring;
using Grader.Weaving;

namespace Grader;

/// <summary>All stages, set up for one run, and what the report says of it.</summary>
internal sealed class GradingRun
{
    private readonly SuiteStore suites;

    public GradingRun(Workspace workspace, RunSettings settings, IJudge judge)
    {
        Workspace = workspace;
        Settings = settings;
        var formulas = new Formulas();
        suites = new SuiteStore(workspace.Suites);
        Formulas = formulas;
        Pipeline = new Pipeline(
            new Preparation(workspace.References, suites),
            new Scorer(formulas.Of), judge, workspace.Grading.Limits, settings);
    }

    public Workspace Workspace { get; }

    public RunSettings Settings { get; }

    public Pipeline Pipeline { get; }

    private Formulas Formulas { get; }

    /// <summary>Says before anything is graded what is wrong with the katas: a suite that is missing, a formula that does not compile.</summary>
    /// <exception cref="WrongUseException">Something is.</exception>
    public ReportGrader Identify(IReadOnlyList<Kata> katas)
    {
        foreach (var criterion in katas.SelectMany(kata => kata.Criteria).Where(criterion => criterion.Formula is not null))
            _ = Formulas.Of(criterion);
        return new ReportGrader(Version, Settings.Seed, Settings.Schedules, suites.Hash(katas)) { Revealed = Settings.Reveal };
    }

    public static string Version { get; } = typeof(GradingRun).Assembly.GetName().Version!.ToString(3);
}
