using System.Collections;
using Grader.Commands;
using Grader.Judging;
using Grader.Workers;

if (args is [WorkerLoop.Mode])
    return await WorkerLoop.RunAsync();

var terminal = new Terminal(
    Console.Out, Console.Error, Interactive: !Console.IsOutputRedirected, Directory.GetCurrentDirectory())
{
    Variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? ""),
};
return await new CommandLine(terminal, new ChildJudge(new JudgeLauncher(), TimeProvider.System)).RunAsync(args);
