using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Files;

/// <summary>What Linux knows of a file and .NET does not tell.</summary>
/// <param name="User">Who owns it.</param>
/// <param name="Group">Whose group may use it.</param>
/// <param name="IsRegular">Whether it holds bytes; a device or a pipe does not.</param>
/// <remarks>man7.org, statx(2) and fchown(2).</remarks>
internal sealed record FileStatus(uint User, uint Group, bool IsRegular)
{
    private const int CurrentFolder = -100, Bytes = 256, UserAt = 20, GroupAt = 24, ModeAt = 28, TypeBits = 0xf000, Regular = 0x8000;
    private const uint Basic = 0x7ff, Unchanged = uint.MaxValue;

    /// <summary>The status of the file, or of a link's target; null if there is none, or on another system.</summary>
    public static FileStatus? Of(string path)
    {
        try
        {
            var status = new byte[Bytes];
            return !OperatingSystem.IsLinux() || ReadStatus(CurrentFolder, path, 0, Basic, status) != 0 ? null : new FileStatus(
                BitConverter.ToUInt32(status, UserAt),
                BitConverter.ToUInt32(status, GroupAt),
                (BitConverter.ToUInt16(status, ModeAt) & TypeBits) == Regular);
        }
        catch (EntryPointNotFoundException)
        {
            return null; // a C library from before 2018
        }
    }

    /// <summary>Gives another file this owner and group, as far as the system allows it.</summary>
    public void GiveTo(SafeFileHandle file)
    {
        if (ChangeOwner(file, User, Group) != 0)
        {
            _ = ChangeOwner(file, Unchanged, Group); // only an administrator gives files away
        }
    }

    [DllImport("libc", EntryPoint = "statx")]
    private static extern int ReadStatus(
        int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] status);

    [DllImport("libc", EntryPoint = "fchown")]
    private static extern int ChangeOwner(SafeFileHandle file, uint user, uint group);
}
