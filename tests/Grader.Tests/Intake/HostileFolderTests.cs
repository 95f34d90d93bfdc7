using System.Runtime.InteropServices;
using Grader.Configuration;
using Grader.Intake;

namespace Grader.Tests.Intake;

/// <summary>A class in which one folder is hostile: the others are read as ever.</summary>
public sealed partial class HostileFolderTests
{
    private static readonly Grading Grading = GradingReader.Parse(Desk.Grading);

    [Test]
    public void A_pipe_is_refused_without_waiting_for_its_other_end()
    {
        using var desk = Class();
        MakePipe(desk, "class/mallory/lost-update/LostUpdate.cs");
        // Windows has no such entry in a folder: there the file is just not there.
        Problem(desk, "mallory").ShouldBe(OperatingSystem.IsWindows()
            ? "LostUpdate.cs: was not handed in" : "LostUpdate.cs: is not a regular file; hand a plain text file in");
    }

    [Test]
    public void What_turns_into_a_pipe_after_the_look_is_not_opened_either()
    {
        using var desk = Class();
        MakePipe(desk, "pipe");
        if (OperatingSystem.IsWindows())
            Should.Throw<IOException>(() => RegularFile.TryOpen(desk.Path("pipe")));
        else
            RegularFile.TryOpen(desk.Path("pipe")).ShouldBeNull();
    }

    [Test]
    public void What_turns_into_a_link_after_the_look_is_not_followed()
    {
        using var desk = Class().Write("secret", "x");
        File.CreateSymbolicLink(desk.Path("link"), desk.Path("secret"));
        RegularFile.TryOpen(desk.Path("link")).ShouldBeNull();
    }

    [Test]
    public void A_regular_file_is_opened()
    {
        using var desk = Class();
        using var handle = RegularFile.TryOpen(desk.Path("class/bob/lost-update/LostUpdate.cs"));
        handle.ShouldNotBeNull().IsInvalid.ShouldBeFalse();
    }

    [Test]
    public void A_device_is_refused()
    {
        using var desk = Class();
        Directory.CreateDirectory(desk.Path("class/mallory/lost-update"));
        File.CreateSymbolicLink(desk.Path("class/mallory/lost-update/LostUpdate.cs"), "/dev/zero");
        Problem(desk, "mallory").ShouldBe("LostUpdate.cs: is a link; hand the file itself in");
        if (OperatingSystem.IsLinux())
            RegularFile.TryOpen("/dev/zero").ShouldBeNull();
    }

    [Test]
    public void A_link_out_of_the_folder_is_refused()
    {
        using var desk = Class().Write("secret/LostUpdate.cs", Desk.Reference);
        Directory.CreateDirectory(desk.Path("class/mallory"));
        Directory.CreateSymbolicLink(desk.Path("class/mallory/lost-update"), desk.Path("secret"));
        Problem(desk, "mallory").ShouldBe("LostUpdate.cs: lost-update is a link; hand the folder itself in");
    }

    [Test]
    public void A_loop_of_links_ends()
    {
        using var desk = Class();
        Directory.CreateDirectory(desk.Path("class/mallory/lost-update"));
        File.CreateSymbolicLink(desk.Path("class/mallory/lost-update/LostUpdate.cs"), desk.Path("class/mallory/lost-update/b.cs"));
        File.CreateSymbolicLink(desk.Path("class/mallory/lost-update/b.cs"), desk.Path("class/mallory/lost-update/LostUpdate.cs"));
        Problem(desk, "mallory").ShouldBe("LostUpdate.cs: is a link; hand the file itself in");
    }

    [Test]
    public void A_student_who_is_a_link_is_told_and_not_followed()
    {
        using var desk = Class();
        Directory.CreateSymbolicLink(desk.Path("class/mallory"), desk.Path("class/bob"));
        Of(desk, "mallory").Notes.ShouldHaveSingleItem().ShouldStartWith("this is a link");
    }

    [Test]
    public void A_file_of_a_gigabyte_that_takes_no_room_is_not_read()
    {
        using var desk = Class();
        Directory.CreateDirectory(desk.Path("class/mallory/lost-update"));
        using (var file = File.Create(desk.Path("class/mallory/lost-update/LostUpdate.cs")))
            file.SetLength(1L << 30);
        Problem(desk, "mallory").ShouldContain("has more than 262,144 bytes");
    }

    [Test]
    public void A_folder_in_place_of_a_file_and_a_file_in_place_of_a_folder_are_told()
    {
        using var desk = Class().Write("class/mallory/lost-update/LostUpdate.cs/x", "").Write("class/oscar/lost-update", "");
        Problem(desk, "mallory").ShouldBe("LostUpdate.cs: is a folder; it must be a C# file");
        Problem(desk, "oscar").ShouldBe("LostUpdate.cs: lost-update is no folder; make it one, with LostUpdate.cs in it");
    }

    [Test]
    public void An_archive_is_named_and_not_unpacked()
    {
        using var desk = Class().Write("class/mallory/lost-update.zip", "PK").Write("class/oscar.tar.gz", "x");
        Of(desk, "mallory").Notes.ShouldContain("lost-update.zip is an archive, and archives are not unpacked; hand in what is in it");
        Of(desk, "oscar.tar.gz").Notes.ShouldHaveSingleItem().ShouldStartWith("this is an archive");
    }

    [Test]
    public void A_name_in_another_case_is_told()
    {
        using var desk = Class().Write("class/mallory/lost-update/lostupdate.CS", Desk.Reference);
        var ignoresCase = File.Exists(desk.Path("class/mallory/lost-update/LostUpdate.cs"));
        var problem = Of(desk, "mallory").Submissions[0].Problem?.ToString();
        problem.ShouldBe(ignoresCase ? null : "LostUpdate.cs: was not handed in, but lostupdate.CS was; upper and lower case count, so rename it");
    }

    [TestCase("a\u202eb", "a\\u202eb")]
    [TestCase("a\u001b[2Jb", "a\\u001b[2Jb")]
    [TestCase("a\nb", "a\\u000ab")]
    [TestCase("a\\u000ab", "a\\u005cu000ab")]
    [TestCase("\U000e0041", "\\ue0041")]
    [TestCase("Zürich 東京 🎉", "Zürich 東京 🎉")]
    public void A_name_is_written_so_that_it_shows(string name, string shown) => EntryName.Shown(name).ShouldBe(shown);

    [Test]
    public void Two_long_names_stay_two()
    {
        var (one, two) = (EntryName.Shown(new string('x', 200) + "1"), EntryName.Shown(new string('x', 200) + "2"));
        one.Length.ShouldBe(EntryName.MostCharacters);
        one.ShouldNotBe(two);
        EntryName.Problem(new string('x', 200)).ShouldNotBeNull().ShouldContain("200 characters");
        EntryName.Shown(one).ShouldNotBe(one);
    }

    [TestCase("CON")]
    [TestCase("com1.txt")]
    [TestCase("alice.")]
    [TestCase("alice ")]
    [TestCase("a\u202eb")]
    [TestCase("a\ufffdb")]
    public void A_name_that_makes_trouble_is_noted(string name) => EntryName.Problem(name).ShouldNotBeNull().ShouldEndWith("rename it");

    [TestCase("alice")]
    [TestCase("console")]
    [TestCase("o'neill-2 (b)")]
    public void Other_names_are_not(string name) => EntryName.Problem(name).ShouldBeNull();

    [Test]
    public void A_folder_that_cannot_even_be_named_is_told_and_the_class_goes_on()
    {
        using var desk = Class();
        if (OperatingSystem.IsLinux())
        {
            MakeFolder([.. System.Text.Encoding.UTF8.GetBytes(desk.Path("class/x")), 0xff, 0]).ShouldBe(0);
            MakeFolder([.. System.Text.Encoding.UTF8.GetBytes(desk.Path("class/x")), 0xfe, 0]).ShouldBe(0);
        }

        var handins = Read(desk);
        handins.Select(handin => handin.Student).ShouldBe(OperatingSystem.IsLinux() ? ["bob", "x\\ufffd"] : ["bob"]);
        handins.SelectMany(handin => handin.Notes).ShouldBe(
            OperatingSystem.IsLinux() ? ["the folder's name is not UTF-8 text, so what is in it cannot be opened; rename it"] : []);
        if (OperatingSystem.IsLinux())
        {
            RemoveFolder([.. System.Text.Encoding.UTF8.GetBytes(desk.Path("class/x")), 0xff, 0]).ShouldBe(0);
            RemoveFolder([.. System.Text.Encoding.UTF8.GetBytes(desk.Path("class/x")), 0xfe, 0]).ShouldBe(0);
        }
    }

    /// <summary>A class with bob, who is honest.</summary>
    private static Desk Class() => new Desk().Write("class/bob/lost-update/LostUpdate.cs", Desk.Reference);

    private static IReadOnlyList<Handin> Read(Desk desk)
    {
        var handins = new FolderIntake(Grading, Grading.Katas, named: false).Read([desk.Path("class")]);
        handins.Single(handin => handin.Student == "bob").Submissions.ShouldHaveSingleItem().Files.ShouldHaveSingleItem().Text.ShouldBe(Desk.Reference);
        return handins;
    }

    private static Handin Of(Desk desk, string student) => Read(desk).Single(handin => handin.Student == student);

    private static string Problem(Desk desk, string student) => Of(desk, student).Submissions[0].Problem!.ToString();

    private static void MakePipe(Desk desk, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(desk.Path(path))!);
        if (!OperatingSystem.IsWindows())
            MakePipe(desk.Path(path), 0x1b6).ShouldBe(0);
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MakePipe(string path, int mode);

    private static int MakeFolder(byte[] path) => MakeFolder(path, 0x1ff);

    [LibraryImport("libc", EntryPoint = "mkdir")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MakeFolder(byte[] path, int mode);

    [LibraryImport("libc", EntryPoint = "rmdir")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RemoveFolder(byte[] path);
}
