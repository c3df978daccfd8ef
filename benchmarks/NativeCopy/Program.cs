using System.Text;

// Copies a file of UTF-8 through UTF-16: NativeCopy FROM TO.
string text = Encoding.UTF8.GetString(File.ReadAllBytes(args[0]));
File.WriteAllBytes(args[1], Encoding.UTF8.GetBytes(text));
