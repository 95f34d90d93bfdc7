using Interleaving;
using Interleaving.Counterexamples;
using Judge.Hosting;
using Judge.Protocol;

namespace Judge.Measuring;

/// <summary>Times the workload of a suite on plain, optimised code.</summary>
internal static class Workloads
{
    private const int CalibrationTrials = 3;

    public static WorkloadTimed Time(JudgeRequest request, MeasurementPlan plan)
    {
        var random = new Random(plan.Seed);
        var create = Find(request);
        var calibration = new Trials(() => new Calibration(), random);
        var before = calibration.Run(1, CalibrationTrials);
        List<Trial> trials = [];
        var verdict = Verdict.Accepted;
        string? problem = null;
        try
        {
            trials = new Trials(create, random).Run(plan.WarmUps, plan.Trials);
        }
        catch (UnequalResultsException e)
        {
            (verdict, problem) = (Verdict.WrongAnswer, e.Message);
        }
        catch (OutOfMemoryException e)
        {
            (verdict, problem) = (Verdict.MemoryLimit, e.Message);
        }
        catch (Exception e)
        {
            (verdict, problem) = (Verdict.Crash, e.GetType().Name + Disclosure.Of(request.Discreet).Says(e));
        }

        return new WorkloadTimed(trials, before, calibration.Run(0, CalibrationTrials), problem)
        {
            Verdict = verdict,
            Processors = Environment.ProcessorCount,
        };
    }

    private static Func<IWorkload> Find(JudgeRequest request)
    {
        var suite = new ImageContext("plain", request.Plain).Get(request.Suite);
        var type = Array.Find(suite.GetExportedTypes(), type => type.IsClass && typeof(IWorkload).IsAssignableFrom(type))
            ?? throw new InvalidDataException($"{request.Suite} has no public class that implements IWorkload.");
        return () => (IWorkload)Activator.CreateInstance(type)!;
    }
}
