namespace Microsoft.DotNet.Interactive;

/// <summary>A password that isn't shown by mistake.</summary>
public sealed class PasswordString(string password)
{
    /// <summary>The password as it was typed.</summary>
    public string GetClearTextPassword() => password;

    /// <inheritdoc/>
    public override string ToString() => new('•', password.Length);
}
