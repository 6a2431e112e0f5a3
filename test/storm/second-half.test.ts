import { playHalf } from './play';

playHalf(2);
