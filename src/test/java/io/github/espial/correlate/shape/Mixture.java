package io.github.espial.correlate.shape;

import io.github.espial.correlate.shape.Habits.Stack;
import io.github.espial.esp.Layout;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Many simulated lines, each with some habits of many, and how right it is what is told of them. */
final class Mixture {
    static final double SECONDS = 120;

    private static final List<Layout> LAYOUTS =
            List.of(new Layout(8, 4, 16), new Layout(16, 16, 12), new Layout(16, 16, 16), new Layout(8, 8, 12));

    private static final int HABITS = 9;

    private Mixture() {}

    /**
     * How often a likeness was told.
     *
     * @param right and true
     * @param wrong and not true
     * @param missed true, and not told
     */
    record Score(int right, int wrong, int missed) {
        static final Score NONE = new Score(0, 0, 0);

        Score plus(boolean isTold, boolean isTrue) {
            return new Score(
                    right + (isTold && isTrue ? 1 : 0),
                    wrong + (isTold && !isTrue ? 1 : 0),
                    missed + (!isTold && isTrue ? 1 : 0));
        }

        double precision() {
            return (double) right / Math.max(1, right + wrong);
        }

        double recall() {
            return (double) right / Math.max(1, right + missed);
        }
    }

    /** Over lines of the seeds from 1 on. */
    static Map<Likeness, Score> score(int seeds) {
        Map<Likeness, Score> scores = new EnumMap<>(Likeness.class);
        for (int seed = 1; seed <= seeds; seed++) {
            Line line = line(seed);
            Set<Likeness> told = told(line, seed % 3 == 0 ? 0.01 : 0);
            for (Likeness likeness : Likeness.values()) {
                Score before = scores.getOrDefault(likeness, Score.NONE);
                scores.put(
                        likeness,
                        before.plus(told.contains(likeness), line.truth().contains(likeness)));
            }
        }
        return scores;
    }

    /** What is told of either direction. */
    static Set<Likeness> told(Line line, double loss) {
        Set<Likeness> told = EnumSet.noneOf(Likeness.class);
        for (SaShape shape : Line.shapes(line.sas(1, loss), SECONDS)) {
            shape.carries().forEach(one -> told.add(one.likeness()));
        }
        return told;
    }

    private static Line line(int seed) {
        Random random = new Random(seed);
        Layout layout = LAYOUTS.get(random.nextInt(LAYOUTS.size()));
        double roundTrip = 0.002 + 0.1 * random.nextDouble() * random.nextDouble();
        Line line = new Line(seed, layout, roundTrip, random.nextInt(3) > 0);
        int habits = line.between(1, 4);
        for (int one = 0; one < habits; one++) {
            add(line);
        }
        return line;
    }

    private static void add(Line line) {
        Stack stack = List.of(Stack.values()).get(line.random.nextInt(Stack.values().length));
        boolean isOther = line.random.nextBoolean();
        switch (line.random.nextInt(HABITS)) {
            case 0 -> Habits.ping(line, line.uniform(0, 60), line.between(4, 50), isOther ? 84 : 60);
            case 1, 2 -> Habits.connect(line, stack, 0, SECONDS - 20, line.between(1, 40), line.between(0, 40));
            case 3 -> Habits.lookUp(line, 0, SECONDS - 10, line.between(3, 60));
            case 4 ->
                Habits.call(line, line.uniform(0, 60), line.uniform(5, 50), isOther ? 0.02 : 0.03, isOther ? 200 : 60);
            case 5 -> Habits.keepAlive(line, 0, SECONDS, line.uniform(5, 30), line.between(40, 80));
            case 6 -> Habits.log(line, 0, SECONDS, line.uniform(0.1, 5), 100, line.between(101, 300));
            case 7 -> Habits.upload(line, stack, line.uniform(0, 100), line.between(200, 3000));
            default -> Habits.stream(line, 0, SECONDS, line.uniform(0.2, 40), line.between(100, 1300));
        }
    }
}
