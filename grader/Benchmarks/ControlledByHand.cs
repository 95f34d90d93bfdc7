[assembly: Interleaving.Weaving.ControlledByHand]
