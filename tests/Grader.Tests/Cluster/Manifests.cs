using k8s;

namespace Grader.Tests.Cluster;

/// <summary>What Kubernetes is given.</summary>
internal static class Manifests
{
    /// <summary>Notes what is applied, and finds every job ended as <c>ENDS</c> says.</summary>
    private const string Kubectl = """
        #!/usr/bin/env bash
        printf '%s\n' "$*" >>kubectl-calls
        case $1 in
          apply) { echo ---; cat; } >>applied ;;
          get) echo "$ENDS" ;;
        esac
        """;

    public static string Folder { get; } = Path.Combine(Repository.Root, "grader", "Cluster", "kubernetes");

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>The objects of a manifest, read as the API's own types: a field that they do not have, or a value of another type, is an error.</summary>
    public static IReadOnlyList<object> Read(string yaml) => KubernetesYaml.LoadAllFromString(yaml, strict: true);

    /// <summary>The objects that submit.sh applies, in its order.</summary>
    public static async Task<IReadOnlyList<object>> FilledAsync(string image, int parts)
    {
        using var desk = new Desk();
        (await SubmitAsync(desk, "Complete", image, $"{parts}")).ShouldBe(0);
        return Read(desk.Read("applied"));
    }

    /// <summary>Runs submit.sh in a folder with a kubectl that finds every job ended as it is told.</summary>
    public static Task<int> SubmitAsync(Desk desk, string ends, params string[] arguments)
    {
        Job.Program(desk.Path("kubectl"), Kubectl);
        return Job.StartAsync(["bash", Path.Combine(Folder, "submit.sh"), .. arguments], desk.Folder, [
            KeyValuePair.Create("PATH", $"{desk.Folder}:{Environment.GetEnvironmentVariable("PATH")}"), KeyValuePair.Create("ENDS", ends)]);
    }
}
