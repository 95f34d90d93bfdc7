using System.Globalization;
using k8s.Models;
using YamlDotNet.RepresentationModel;

namespace Grader.Tests.Cluster;

/// <summary>The engines that grader/Cluster has job files for: what each starts for a part, and to join the parts.</summary>
internal static class Engines
{
    public static readonly string[] Names = ["GitHub", "Slurm", "Kubernetes"];

    /// <param name="engine">One of <see cref="Names"/>.</param>
    /// <param name="folder">Where the class is, in <c>class</c>; the results go there too.</param>
    /// <param name="part">From 1.</param>
    /// <param name="parts">How many there are.</param>
    public static async Task<Job> PartAsync(string engine, string folder, int part, int parts) => engine switch
    {
        "GitHub" => Step("part", "Grade", ("CLASS", "class"), ("PART", Text(part)), ("PARTS", Text(parts)), ("OPTIONS", "")),
        "Slurm" => Slurm("part.sbatch", [Path.Combine(folder, "class"), folder, Text(parts)], ("SLURM_ARRAY_TASK_ID", Text(part)), ("SLURM_CPUS_PER_TASK", "2")),
        _ => Container((await Manifests.FilledAsync("registry.example/grader:1", parts)).OfType<V1Job>().First(), folder, ("JOB_COMPLETION_INDEX", Text(part - 1))),
    };

    public static async Task<Job> JoinAsync(string engine, string folder, int parts) => engine switch
    {
        "GitHub" => Step("join", "Join", ("PARTS", Text(parts))),
        "Slurm" => Slurm("join.sbatch", [folder, Text(parts)]),
        _ => Container((await Manifests.FilledAsync("registry.example/grader:1", parts)).OfType<V1Job>().Last(), folder),
    };

    /// <summary>The script of a step, which GitHub runs with bash; it may ask for no variable that is not given.</summary>
    private static Job Step(string job, string name, params (string Name, string Value)[] variables)
    {
        var step = Workflow.Step(job, name);
        ((YamlMappingNode)step["env"]).Children.Keys.Select(key => key.ToString()).ShouldBe(variables.Select(variable => variable.Name), ignoreOrder: true);
        return new Job(["bash", "-e", "-c", step["run"].ToString()], Table(variables));
    }

    private static Job Slurm(string script, string[] arguments, params (string Name, string Value)[] variables) =>
        new(["bash", Path.Combine(Repository.Root, "grader", "Cluster", "slurm", script), .. arguments], Table(variables));

    /// <summary>The only container of a Job's pods, with the volume /data in the folder.</summary>
    private static Job Container(V1Job job, string folder, params (string Name, string Value)[] variables)
    {
        var container = job.Spec.Template.Spec.Containers.ShouldHaveSingleItem();
        var own = container.Env.Where(variable => variable.Value is not null).Select(variable => (variable.Name, variable.Value));
        return new Job([.. container.Command, .. container.Args.Select(text => text.Replace("/data", folder))], Table([.. variables, .. own]));
    }

    private static Dictionary<string, string> Table(params (string Name, string Value)[] variables) =>
        variables.ToDictionary(variable => variable.Name, variable => variable.Value);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
