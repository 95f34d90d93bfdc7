using Grader.Commands;
using Grader.Judging;

var terminal = new Terminal(
    Console.Out, Console.Error, Interactive: !Console.IsOutputRedirected, Directory.GetCurrentDirectory());
return await new CommandLine(terminal, new ChildJudge(new JudgeLauncher(), TimeProvider.System)).RunAsync(args);
