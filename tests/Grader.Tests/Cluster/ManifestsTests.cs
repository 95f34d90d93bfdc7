using k8s.Models;

namespace Grader.Tests.Cluster;

public sealed class ManifestsTests
{
    private static readonly string All = string.Join("\n---\n", ((string[])["claim.yaml", "grade.yaml", "join.yaml"]).Select(Manifests.Text));

    private static IEnumerable<V1Job> Jobs => Manifests.Read(All).OfType<V1Job>();

    [Test]
    public void Are_objects_of_the_api() =>
        Manifests.Read(All).Select(o => o.GetType()).ShouldBe([typeof(V1PersistentVolumeClaim), typeof(V1NetworkPolicy), typeof(V1Job), typeof(V1Job)]);

    [TestCase("completionMode:", "completionsMode:")]
    [TestCase("completions: 8", "completions: many")]
    [TestCase("runAsNonRoot: true", "runAsNonRoot: perhaps")]
    [TestCase("allowPrivilegeEscalation:", "privilegeEscalation:")]
    [TestCase("drop: [ALL]", "drop: ALL")]
    [TestCase("policyTypes:", "policies:")]
    [TestCase("accessModes: [ReadWriteMany]", "accessModes: {many: true}")]
    public void What_the_api_does_not_know_is_noticed(string right, string wrong)
    {
        All.ShouldContain(right);
        Should.Throw<Exception>(() => Manifests.Read(All.Replace(right, wrong)));
    }

    [Test]
    public void Each_part_is_an_index_with_retries_of_its_own()
    {
        var spec = Jobs.First().Spec;
        spec.CompletionMode.ShouldBe("Indexed");
        spec.Completions.ShouldBe(spec.Parallelism);
        // The API takes retries for an index, and a policy for failed pods, only of pods that are never restarted.
        spec.BackoffLimitPerIndex.ShouldNotBeNull();
        spec.Template.Spec.RestartPolicy.ShouldBe("Never");
        var rule = spec.PodFailurePolicy.Rules.ShouldHaveSingleItem();
        (rule.Action, rule.OnPodConditions.ShouldHaveSingleItem().Type).ShouldBe(("Ignore", "DisruptionTarget"));
    }

    [Test]
    public void Pods_keep_to_the_restricted_standard_and_know_no_token()
    {
        foreach (var pod in Jobs.Select(job => job.Spec.Template.Spec))
        {
            pod.AutomountServiceAccountToken.ShouldBe(false);
            pod.SecurityContext.RunAsNonRoot.ShouldBe(true);
            pod.SecurityContext.RunAsUser.ShouldNotBe(0);
            pod.SecurityContext.SeccompProfile.Type.ShouldBe("RuntimeDefault");
            var container = pod.Containers.ShouldHaveSingleItem();
            container.SecurityContext.AllowPrivilegeEscalation.ShouldBe(false);
            container.SecurityContext.ReadOnlyRootFilesystem.ShouldBe(true);
            container.SecurityContext.Capabilities.Drop.ShouldBe(["ALL"]);
            container.Resources.Limits.Keys.ShouldBe(["cpu", "memory"], ignoreOrder: true);
        }
    }

    [Test]
    public void Names_fit_each_other()
    {
        var objects = Manifests.Read(All);
        var claim = objects.OfType<V1PersistentVolumeClaim>().Single();
        var policy = objects.OfType<V1NetworkPolicy>().Single();
        policy.Spec.PolicyTypes.ShouldBe(["Ingress", "Egress"], ignoreOrder: true);
        (policy.Spec.Ingress, policy.Spec.Egress).ShouldBe((null, null), "no rule: nothing is let through");
        foreach (var template in objects.OfType<V1Job>().Select(job => job.Spec.Template))
        {
            policy.Spec.PodSelector.MatchLabels.ShouldAllBe(label => template.Metadata.Labels[label.Key] == label.Value);
            template.Spec.Volumes.Single(volume => volume.PersistentVolumeClaim is not null).PersistentVolumeClaim.ClaimName.ShouldBe(claim.Metadata.Name);
            template.Spec.Containers[0].VolumeMounts.Select(mount => mount.Name).ShouldBe(template.Spec.Volumes.Select(volume => volume.Name));
        }
    }

    [Test]
    public async Task Submitting_fills_in_the_image_and_the_parts_everywhere()
    {
        if (!Job.Runs)
            return;
        var jobs = (await Manifests.FilledAsync("registry.example:5000/course/grader@sha256:0a", 20)).OfType<V1Job>().ToList();
        jobs.Count.ShouldBe(2);
        (jobs[0].Spec.Completions, jobs[0].Spec.Parallelism).ShouldBe((20, 20));
        foreach (var container in jobs.Select(job => job.Spec.Template.Spec.Containers[0]))
        {
            container.Image.ShouldBe("registry.example:5000/course/grader@sha256:0a");
            container.Env.Single(variable => variable.Name == "PARTS").Value.ShouldBe("20");
        }
    }

    [TestCase("SuccessCriteriaMet Complete", 0)]
    [TestCase("FailureTarget Failed", 1)]
    public async Task Submitting_joins_also_when_a_part_failed_and_ends_as_the_join(string ends, int status)
    {
        if (!Job.Runs)
            return;
        using var desk = new Desk();
        (await Manifests.SubmitAsync(desk, ends, "grader", "2")).ShouldBe(status);
        Manifests.Read(desk.Read("applied")).OfType<V1Job>().Select(job => job.Metadata.Name).ShouldBe(["grade-class", "grade-class-join"]);
        desk.Read("kubectl-calls").ShouldEndWith("logs job/grade-class-join\n");
    }

    [TestCase("grader")]
    [TestCase("grader", "0")]
    [TestCase("grader; rm", "2")]
    public async Task Submitting_wrongly_is_told_how(params string[] arguments)
    {
        if (!Job.Runs)
            return;
        using var desk = new Desk();
        (await Manifests.SubmitAsync(desk, "Complete", arguments)).ShouldBe(2);
        File.Exists(desk.Path("kubectl-calls")).ShouldBeFalse();
    }
}
