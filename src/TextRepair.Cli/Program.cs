using TextRepair;

// The command line comes with its own commit; until then: repair FILE.
Console.Out.Write(new TextRepairer().Repair(File.ReadAllText(args[1])).Text);
