package io.dgas.testkit;

import io.dgas.application.port.out.PredictionRepository;

class InMemoryPredictionRepositoryTest implements PredictionRepositoryContract {

    private final InMemoryPredictionRepository predictions = new InMemoryPredictionRepository();

    @Override
    public PredictionRepository predictions() {
        return predictions;
    }
}
