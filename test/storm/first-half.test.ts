import { playHalf } from './play';

playHalf(1);
