using Interleaving;
using Interleaving.Naming;
using Judge.Hosting;
using Judge.Protocol;

namespace Judge.Measuring;

/// <summary>Times one side of the workload of a suite on plain, optimised code.</summary>
internal static class Workloads
{
    private const int CalibrationTrials = 3;

    public static SideTimed Time(JudgeRequest request, MeasurementPlan plan)
    {
        var create = Find(request);
        var before = Calibrate();
        var timed = plan.Side switch
        {
            WorkloadSide.Baseline => new SideTimed(plan.Side, Run(trial => create().Sequential(trial), plan), before, Calibrate()),
            WorkloadSide.Submission => OnItsOwn(request, plan, create) with { CalibrationBefore = before },
            _ => throw new InvalidDataException($"A workload has no side {plan.Side}."),
        };
        return timed with { Processors = Environment.ProcessorCount };
    }

    /// <summary>
    /// A submission has a thread to itself, and none of the judge's: what it leaves behind can interrupt and abort no other. So
    /// whatever is thrown here is its own.
    /// </summary>
    private static SideTimed OnItsOwn(JudgeRequest request, MeasurementPlan plan, Func<IWorkload> create)
    {
        List<Sample> samples = [];
        var verdict = Verdict.Accepted;
        string? problem = null;
        var thread = new Thread(() =>
        {
            try
            {
                samples = Run(trial => create().Concurrent(trial), plan);
            }
            catch (OutOfMemoryException)
            {
                (verdict, problem) = (Verdict.MemoryLimit, "Stopped: the memory ran out.");
            }
            catch (Exception e)
            {
                (verdict, problem) = (Verdict.Crash, e.GetType().Name + ValueFormatter.Of(request.Discreet).Says(e));
            }
        });
        thread.Start();
        thread.Join();
        return new SideTimed(plan.Side, samples, [], [], problem) { Verdict = verdict };
    }

    private static List<Sample> Run(Func<int, object?> side, MeasurementPlan plan) => new Trials(side, plan.Seed).Run(plan.WarmUps, plan.Trials);

    private static List<Trial> Calibrate()
    {
        var kernel = new Calibration();
        var sequential = new Trials(kernel.Sequential, 0).Run(1, CalibrationTrials);
        var concurrent = new Trials(kernel.Concurrent, 0).Run(1, CalibrationTrials);
        return [.. sequential.Zip(concurrent, static (one, other) => new Trial(one.Wall, one.Cpu, other.Wall, other.Cpu))];
    }

    private static Func<IWorkload> Find(JudgeRequest request)
    {
        var suite = new ImageContext("plain", request.Plain).Get(request.Suite);
        var type = Array.Find(suite.GetExportedTypes(), type => type.IsClass && typeof(IWorkload).IsAssignableFrom(type))
            ?? throw new InvalidDataException($"{request.Suite} has no public class that implements IWorkload.");
        return () => (IWorkload)Activator.CreateInstance(type)!;
    }
}
