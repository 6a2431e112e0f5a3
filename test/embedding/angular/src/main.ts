import { bootstrapApplication } from '@angular/platform-browser';
import { Desktop } from './desktop';

// Zoneless, as Angular is from version 21 on.
bootstrapApplication(Desktop).catch((problem: unknown) => console.error(problem));
