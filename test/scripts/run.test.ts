import { run } from '../../scripts/common/run.js';

test('takes time limits of any length, not only whole milliseconds', async () => {
  const { code, output } = await run(process.execPath, ['-e', 'console.log("done")'], {
    seconds: 2092.9989999999998,
    onOutput: () => {},
  });
  expect({ code, output }).toEqual({ code: 0, output: 'done\n' });
});

test('stops a program whose time is up', async () => {
  const complaint = jest.spyOn(console, 'error').mockImplementation(() => {});
  const { code } = await run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    seconds: 0.1004999999,
    onOutput: () => {},
  });
  expect(code).toBe(1);
  expect(complaint).toHaveBeenCalledWith(expect.stringContaining('was stopped by SIGTERM'));
});
