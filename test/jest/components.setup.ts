import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The default of one second is too short for a loaded two-core machine.
configure({ asyncUtilTimeout: 5000 });
